package org.maillage.web.administration;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.journal.JournalBrowser.Entry;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.SealedText;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An event as an administrator reads it. Personal texts stay sealed: that they are there is all that is said. */
@Component
final class EventShown {

    /** The zone of times that no network's zone rules. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    // Where an event cannot be read, whatever is long enough to be an envelope is taken for one.
    private static final int SHORTEST_ENVELOPE = 40;

    private final JsonMapper json = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();
    private final Projections views;
    private final Words words;

    EventShown(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /**
     * An event as a line.
     *
     * @param when with seconds, in the network's zone
     * @param networkName null for the installation's
     */
    record Line(
            long position,
            String name,
            String stream,
            long version,
            String when,
            String zone,
            @Nullable String network,
            @Nullable String networkName,
            String eventId,
            String commandId) {}

    Line line(Entry entry, Locale locale) {
        var network = entry.network() == null
                ? null
                : views.networks().find(new NetworkId(entry.network())).orElse(null);
        var zone = network == null ? ZONE : network.zone();
        return new Line(
                entry.position(),
                entry.name(),
                entry.stream(),
                entry.version(),
                words.dated("journal.when", ZonedDateTime.ofInstant(entry.recordedAt(), zone), locale),
                zone.getId(),
                entry.network() == null ? null : entry.network().toString(),
                named(entry, network, locale),
                entry.eventId().toString(),
                entry.commandId().toString());
    }

    private @Nullable String named(Entry entry, @Nullable Network network, Locale locale) {
        if (entry.network() == null) {
            return null;
        }
        return network == null ? words.say("journal.network.unknown", locale) : network.name();
    }

    /** Who was authenticated, in words; a person by their id, since names are not the administrator's to read. */
    String actor(String written, Locale locale) {
        var actor = Actor.of(written);
        var said = words.say("journal.actor." + actor.type(), locale);
        return actor.id() == null ? said : said + " " + actor.id();
    }

    /** The payload as it is stored, laid out, with a word in place of each sealed text. */
    String payload(Entry entry, Locale locale) {
        var root = json.readTree(entry.payload());
        return json.writeValueAsString(masked(root, sealed(entry), locale));
    }

    private JsonNode masked(JsonNode node, @Nullable Set<String> sealed, Locale locale) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .toList()
                    .forEach(name -> object.set(name, masked(object.get(name), sealed, locale)));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i), sealed, locale));
            }
            return array;
        }
        if (node.isString() && isSealed(node.stringValue(), sealed)) {
            return StringNode.valueOf(
                    words.say("journal.sealed", locale, node.stringValue().length()));
        }
        return node;
    }

    private static boolean isSealed(String text, @Nullable Set<String> sealed) {
        return sealed == null ? text.length() >= SHORTEST_ENVELOPE : sealed.contains(text);
    }

    /** The envelopes of an event; null where this program cannot read it. */
    private static @Nullable Set<String> sealed(Entry entry) {
        try {
            var found = new HashSet<String>();
            collect(EventJson.read(entry.name(), entry.payload().getBytes(StandardCharsets.UTF_8)), found);
            return found;
        } catch (UnknownEvent | UnreadableEvent _) {
            return null;
        }
    }

    private static void collect(@Nullable Object value, Set<String> found) {
        if (value instanceof SealedText(String envelope)) {
            found.add(envelope);
        } else if (value instanceof Record whole) {
            for (var component : whole.getClass().getRecordComponents()) {
                collect(read(component, whole), found);
            }
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> collect(one, found));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, found));
        }
    }

    private static @Nullable Object read(RecordComponent component, Record whole) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's record is public", e);
        }
    }
}
