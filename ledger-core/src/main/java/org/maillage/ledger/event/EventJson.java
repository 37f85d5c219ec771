package org.maillage.ledger.event;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * The one way in which events are written and read: by the journal, by Kafka and by exports. The same event gives the
 * same bytes; a name means the same for ever, and versions of the past are raised while reading.
 */
public final class EventJson {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\.[1-9][0-9]{0,3}");

    /** What is known of a class of events; looked up once. */
    private record Form(String name, ObjectWriter writer) {}

    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return new Form(nameIn(type), EventMapper.MAPPER.writerFor(type));
        }
    };

    private static final ClassValue<ObjectWriter> WRITERS = new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> type) {
            return EventMapper.MAPPER.writerFor(type);
        }
    };

    private static final Map<String, ObjectReader> READERS = readers();
    private static final Upcasters UPCASTERS = Upcasters.toCurrent(READERS.keySet());
    private static final Set<String> NAMES = allNames();

    private EventJson() {}

    /** The event as UTF-8 JSON: nulls left out, sets and maps in a fixed order, times as ISO 8601 text. */
    public static byte[] write(LedgerEvent event) {
        return FORMS.get(event.getClass()).writer().writeValueAsBytes(event);
    }

    /** Any other record in the way events are written: the same record gives the same bytes, in any process. */
    public static byte[] canonical(Record record) {
        return WRITERS.get(record.getClass()).writeValueAsBytes(record);
    }

    /** The event's name with its version, such as {@code contribution.validated.1}. */
    public static String nameOf(LedgerEvent event) {
        return FORMS.get(event.getClass()).name();
    }

    /** The name without version, such as {@code contribution.validated}: what the vault binds a sealed text to. */
    public static String unversioned(Class<? extends LedgerEvent> type) {
        var name = FORMS.get(type).name();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /**
     * Reads an event as it was written, under the name that it was written with.
     *
     * @throws UnknownEvent where the name, or its version, is not known here
     * @throws UnreadableEvent where the payload is not an event of that name: a property too many, too few, or wrong
     */
    public static LedgerEvent read(String nameWithVersion, byte[] payload) {
        var reader = READERS.get(nameWithVersion);
        try {
            @Nullable
            LedgerEvent event = reader != null ? reader.readValue(payload) : readPast(nameWithVersion, payload);
            return Objects.requireNonNull(event, "the JSON null");
        } catch (JacksonException | NullPointerException e) {
            throw new UnreadableEvent(nameWithVersion, e);
        }
    }

    /** Every name with version that can be read, those of the past too; sorted. */
    public static Set<String> names() {
        return NAMES;
    }

    /** The names with which events are written now, each with its class; those of the past are not there. */
    static Map<String, Class<?>> current() {
        var classes = new HashMap<String, Class<?>>();
        eventClasses(LedgerEvent.class).forEach(type -> {
            var other = classes.put(FORMS.get(type).name(), type);
            if (other != null) {
                throw new IllegalStateException(type + " and " + other + " have the same event name");
            }
        });
        return classes;
    }

    private static LedgerEvent readPast(String name, byte[] payload) {
        if (!UPCASTERS.knows(name)) {
            throw new UnknownEvent(name);
        }
        var raised = UPCASTERS.raise(name, Objects.requireNonNull(EventMapper.object(payload), "the JSON null"));
        return raised.reader(READERS).readValue(raised.payload());
    }

    /** The sealed interfaces are walked, so that no list of events can be forgotten. */
    private static Stream<Class<?>> eventClasses(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventJson::eventClasses)
                : Stream.of(type);
    }

    private static String nameIn(Class<?> type) {
        var annotation = type.getAnnotation(EventName.class);
        if (!type.isRecord()
                || annotation == null
                || !NAME.matcher(annotation.value()).matches()) {
            throw new IllegalStateException(type + " is no record with an event name and version");
        }
        return annotation.value();
    }

    private static Map<String, ObjectReader> readers() {
        var readers = new HashMap<String, ObjectReader>();
        current().forEach((name, type) -> readers.put(name, EventMapper.MAPPER.readerFor(type)));
        return Map.copyOf(readers);
    }

    private static Set<String> allNames() {
        var names = new TreeSet<>(READERS.keySet());
        names.addAll(UPCASTERS.names());
        return Collections.unmodifiableSet(names);
    }
}
