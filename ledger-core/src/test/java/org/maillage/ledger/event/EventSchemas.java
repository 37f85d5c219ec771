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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.SealedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/schemas/events.json}: a JSON Schema of every event, from the records themselves and their Javadoc. */
final class EventSchemas {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UUIDS = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    private static final Path SOURCES = Path.of("src/main/java/org/maillage/ledger");

    /** How plain types are written. */
    private static final Map<Class<?>, String> PLAIN = Map.of(
            int.class, "{'type': 'integer'}",
            long.class, "{'type': 'integer'}",
            Integer.class, "{'type': 'integer'}",
            boolean.class, "{'type': 'boolean'}",
            String.class, "{'type': 'string'}",
            Instant.class, "{'type': 'string', 'format': 'date-time'}",
            LocalDate.class, "{'type': 'string', 'format': 'date'}",
            LocalTime.class, "{'type': 'string', 'pattern': '^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\\\.[0-9]+)?)?$'}",
            ZoneId.class, "{'type': 'string', 'minLength': 1}",
            UUID.class, "{'type': 'string', 'format': 'uuid'}");

    private final SourceComments comments;

    /** Types that fields name, in the order in which they were met. */
    private final Set<Class<?>> named = new LinkedHashSet<>();

    private EventSchemas() throws IOException {
        this.comments = SourceComments.of(List.of(SOURCES.resolve("event"), SOURCES.resolve("value")));
    }

    static ObjectNode write() throws IOException {
        return new EventSchemas().whole();
    }

    private ObjectNode whole() {
        var whole = JSON.createObjectNode();
        whole.put("$schema", DIALECT);
        whole.put("$id", "urn:maillage:events");
        whole.put("title", "Events of Maillage");
        whole.put(
                "description",
                "One schema for each name with version, under $defs. Generated from the event records: see EVENTS.md.");
        var definitions = whole.putObject("$defs");
        new TreeMap<>(EventJson.current()).forEach((name, type) -> {
            var schema = object(type);
            schema.put("title", name);
            definitions.set(name, schema);
        });
        var types = new TreeMap<String, ObjectNode>();
        var done = new LinkedHashSet<Class<?>>();
        while (done.size() < named.size()) {
            for (var type : List.copyOf(named)) {
                if (done.add(type) && types.put(type.getSimpleName(), named(type)) != null) {
                    throw new AssertionError("two types are named " + type.getSimpleName());
                }
            }
        }
        types.forEach(definitions::set);
        return whole;
    }

    /** A record as an object of its components, and of nothing else. */
    private ObjectNode object(Class<?> type) {
        var schema = JSON.createObjectNode();
        describe(schema, comments.of(type));
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = JSON.createArrayNode();
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), property(type, component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode property(Class<?> type, RecordComponent component) {
        var schema = schema(component.getGenericType());
        describe(schema, comments.of(type, component.getName()));
        return schema;
    }

    private static void describe(ObjectNode schema, String text) {
        if (!text.isEmpty()) {
            schema.put("description", text);
        }
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return container(parameterized);
        }
        var plain = (Class<?>) type;
        if (plain == SealedText.class) {
            return json("{'type': 'string', 'contentEncoding': 'base64url', '$comment': 'sealed by the vault'}");
        } else if (plain.getPackageName().startsWith("org.maillage")) {
            named.add(plain);
            return JSON.createObjectNode().put("$ref", "#/$defs/" + plain.getSimpleName());
        }
        var known = PLAIN.get(plain);
        if (known == null) {
            throw new AssertionError("how is " + plain + " written?");
        }
        return json(known);
    }

    private ObjectNode container(ParameterizedType type) {
        var parts = type.getActualTypeArguments();
        var schema = JSON.createObjectNode();
        switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "Map" -> {
                schema.put("type", "object");
                schema.set("propertyNames", schema(parts[0]));
                schema.set("additionalProperties", schema(parts[1]));
            }
            case "Set" -> {
                schema.put("type", "array");
                schema.set("items", schema(parts[0]));
                schema.put("uniqueItems", true);
            }
            case "List" -> {
                schema.put("type", "array");
                schema.set("items", schema(parts[0]));
            }
            case String other -> throw new AssertionError("how is " + other + " written?");
        }
        return schema;
    }

    private ObjectNode named(Class<?> type) {
        if (type.isEnum()) {
            var schema = JSON.createObjectNode();
            describe(schema, comments.of(type));
            var values = schema.putArray("enum");
            for (var constant : type.getEnumConstants()) {
                JsonNode value = EventMapper.MAPPER.valueToTree(constant);
                values.add(value);
            }
            return schema;
        } else if (isOneValue(type)) {
            return oneValue(type);
        } else if (type.isAnnotationPresent(JsonSubTypes.class)) {
            return forms(type);
        }
        return object(type);
    }

    /** What a record that is written as one value is written as; its own rules are said in words. */
    private ObjectNode oneValue(Class<?> type) {
        JsonNode sample = EventMapper.MAPPER.valueToTree(EventSamples.full(type));
        ObjectNode schema;
        if (sample.isString()) {
            schema = JSON.createObjectNode().put("type", "string");
            if (sample.stringValue().matches(UUIDS)) {
                schema.put("format", "uuid");
            }
        } else if (sample.isIntegralNumber()) {
            schema = JSON.createObjectNode().put("type", "integer");
        } else {
            schema = schema(type.getRecordComponents()[0].getGenericType());
        }
        describe(schema, comments.of(type));
        return schema;
    }

    /** One of several forms, which its field {@code type} names. */
    private ObjectNode forms(Class<?> type) {
        var schema = JSON.createObjectNode();
        describe(schema, comments.of(type));
        var forms = schema.putArray("oneOf");
        for (var form : type.getAnnotation(JsonSubTypes.class).value()) {
            var one = object(form.value());
            var properties = JSON.createObjectNode();
            properties.putObject("type").put("const", form.name());
            one.get("properties").properties().forEach(other -> properties.set(other.getKey(), other.getValue()));
            one.set("properties", properties);
            var required = JSON.createArrayNode().add("type");
            one.get("required").forEach(required::add);
            one.set("required", required);
            forms.add(one);
        }
        return schema;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private static boolean isOneValue(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                .anyMatch(member -> member.isAnnotationPresent(JsonValue.class));
    }
}
