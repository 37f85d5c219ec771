package org.maillage.ledger.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.SealedText;

/** {@code docs/EVENTS.md}: every event with its fields, from the records themselves and their Javadoc. */
final class EventsPage {

    static final String COMMAND = "mvn -pl ledger-core test -Dtest=EventsPageTest -Dmaillage.write-docs=true";

    private static final Map<Class<?>, String> PLAIN = Map.of(
            int.class, "integer",
            long.class, "integer",
            Integer.class, "integer",
            String.class, "text",
            Instant.class, "time (UTC)",
            LocalDate.class, "date",
            LocalTime.class, "time of day",
            ZoneId.class, "time zone",
            UUID.class, "UUID");

    private static final Path SOURCES = Path.of("src/main/java/org/maillage/ledger");

    private final StringBuilder page = new StringBuilder();
    private final SourceComments comments;

    /** Types that fields name, in the order in which they were met. */
    private final Set<Class<?>> named = new LinkedHashSet<>();

    private EventsPage() throws IOException {
        this.comments = SourceComments.of(List.of(SOURCES.resolve("event"), SOURCES.resolve("value")));
    }

    static String write() throws IOException {
        return new EventsPage().whole();
    }

    private String whole() {
        line("# Events");
        line("");
        line("Generated from the event records by `%s`; a test fails where the two differ.".formatted(COMMAND));
        line("");
        line("An event is one JSON object in UTF-8. Its name and version stand beside it, never in it. Fields stand"
                + " in the order below; one that may be absent is left out, never null. Days are ISO 8601 dates,"
                + " times of the clock UTC instants. «Sealed» is an envelope of the vault: base64url, opened by"
                + " the keys of those whom it is about. A version never changes: a field more or less is a new"
                + " version, and the old one is raised to it while reading. Of each version there are examples in"
                + " `ledger-core/src/test/resources/golden`.");
        for (var context : LedgerEvent.class.getPermittedSubclasses()) {
            context(context);
        }
        past();
        types();
        return page.toString();
    }

    private void context(Class<?> context) {
        line("");
        line("## " + context.getSimpleName().replace("Event", "").strip());
        line("");
        line(comments.of(context));
        events(context);
    }

    /** A context of many events is sealed in parts. */
    private void part(Class<?> part) {
        line("");
        line("**" + comments.of(part) + "**");
        events(part);
    }

    private void events(Class<?> context) {
        for (var event : context.getPermittedSubclasses()) {
            if (event.isSealed()) {
                part(event);
                continue;
            }
            line("");
            line("### `" + event.getAnnotation(EventName.class).value() + "`");
            line("");
            line(comments.of(event));
            line("");
            var sample = (LedgerEvent) EventSamples.full(event);
            line("Stream `%s/…`.".formatted(sample.stream().type()));
            fields(event);
        }
    }

    private void fields(Class<?> type) {
        line("");
        line("| Field | Type | May be absent | |");
        line("| --- | --- | --- | --- |");
        for (var component : type.getRecordComponents()) {
            boolean absent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            line("| `%s` | %s | %s | %s |"
                    .formatted(
                            component.getName(),
                            type(component.getGenericType()),
                            absent ? "yes" : "",
                            meaning(type, component)));
        }
    }

    /** An interface says once what a component means that all its events have. */
    private String meaning(Class<?> type, RecordComponent component) {
        var own = comments.of(type, component.getName());
        if (!own.isEmpty() || !LedgerEvent.class.isAssignableFrom(type)) {
            return own.replace("|", "\\|");
        }
        return Stream.of(type.getInterfaces()[0], type.getInterfaces()[0].getInterfaces()[0], LedgerEvent.class)
                .map(said -> comments.of(said, component.getName()))
                .filter(said -> !said.isEmpty())
                .map(said -> said.substring(0, said.indexOf('.')))
                .findFirst()
                .orElse("");
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            var parts = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(this::type)
                    .toList();
            return switch (((Class<?>) parameterized.getRawType()).getSimpleName()) {
                case "Map" -> "object of %s to %s".formatted(parts.get(0), parts.get(1));
                case "Set" -> "set of " + parts.getFirst();
                default -> "list of " + parts.getFirst();
            };
        }
        var plain = (Class<?>) type;
        if (plain == SealedText.class) {
            return "**sealed**";
        } else if (plain.getPackageName().startsWith("org.maillage")) {
            named.add(plain);
            return "[%s](#%s)"
                    .formatted(plain.getSimpleName(), plain.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return PLAIN.getOrDefault(plain, plain.getSimpleName());
    }

    private void past() {
        line("");
        line("## Versions of the past");
        line("");
        for (var name : EventJson.names()) {
            if (!EventJson.current().containsKey(name)) {
                line("- `%s` is raised while reading; it is written no more.".formatted(name));
            }
        }
    }

    /** Types name types: those met while writing one are written too. */
    private void types() {
        var written = new TreeMap<String, String>();
        var done = new LinkedHashSet<Class<?>>();
        while (done.size() < named.size()) {
            for (var type : List.copyOf(named)) {
                if (done.add(type) && written.put(type.getSimpleName(), section(type)) != null) {
                    throw new AssertionError("two types are named " + type.getSimpleName());
                }
            }
        }
        line("");
        line("## Types");
        written.values().forEach(page::append);
    }

    private String section(Class<?> type) {
        int start = page.length();
        line("");
        line("### " + type.getSimpleName());
        line("");
        line(comments.of(type));
        if (type.isEnum()) {
            line("");
            for (var constant : type.getEnumConstants()) {
                var meaning = comments.of(type, ((Enum<?>) constant).name());
                line("- `%s`%s".formatted(((Enum<?>) constant).name(), meaning.isEmpty() ? "" : ": " + meaning));
            }
        } else if (isOneValue(type)) {
            line("");
            oneValue(type);
        } else if (type.isSealed()) {
            forms(type);
        } else {
            fields(type);
        }
        var section = page.substring(start);
        page.setLength(start);
        return section;
    }

    /** One of several forms, which its field {@code type} names. */
    private void forms(Class<?> type) {
        line("");
        line("One of these; which one, its field `type` says.");
        for (var form : type.getAnnotation(JsonSubTypes.class).value()) {
            line("");
            line("**`%s`**: %s".formatted(form.name(), comments.of(form.value())));
            if (form.value().getRecordComponents().length > 0) {
                fields(form.value());
            }
        }
    }

    private void oneValue(Class<?> type) {
        var meanings = Arrays.stream(type.getRecordComponents())
                .peek(component -> type(component.getGenericType()))
                .map(component -> comments.of(type, component.getName()))
                .collect(Collectors.joining("; "));
        line("One value: %s. Such as `%s`."
                .formatted(meanings, EventMapper.MAPPER.writeValueAsString(EventSamples.full(type))));
    }

    /** Whether it is written as one JSON value rather than as an object of its components. */
    private static boolean isOneValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class))
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
