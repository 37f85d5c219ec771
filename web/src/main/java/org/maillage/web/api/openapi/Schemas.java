package org.maillage.web.api.openapi;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.web.api.json.Checks;

/**
 * JSON schemas (draft 2020-12, as OpenAPI 3.1 has them) of the records that the API reads and writes. What a component
 * says of itself is what {@link Checks} tests, so that description and behaviour cannot differ.
 */
final class Schemas {

    private static final String UUID_PATTERN = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    private final Map<String, Object> components = new TreeMap<>();
    private final Function<String, Optional<String>> descriptions;

    /** @param descriptions what a field of this name is, in the language of the document */
    Schemas(Function<String, Optional<String>> descriptions) {
        this.descriptions = descriptions;
    }

    /** Every record met so far, by name. */
    Map<String, Object> components() {
        return components;
    }

    /** The schema of a type; a record becomes a component. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return new LinkedHashMap<>();
        }
        return value(plain)
                .orElseGet(() -> plain.isRecord() ? component(plain, plain.getSimpleName(), Map.of()) : map());
    }

    private Map<String, Object> ofGeneric(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return map("type", "array", "items", of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map("type", "object", "propertyNames", of(arguments[0]), "additionalProperties", of(arguments[1]));
        }
        var item = arguments[0] instanceof Class<?> plain ? plain.getSimpleName() : "Items";
        return component(raw, raw.getSimpleName() + "Of" + item, Map.of("T", arguments[0]));
    }

    private Map<String, Object> component(Class<?> record, String name, Map<String, Type> bound) {
        if (!components.containsKey(name)) {
            var schema = map("type", "object");
            components.put(name, schema);
            var properties = new LinkedHashMap<String, Object>();
            var required = new ArrayList<String>();
            for (var component : record.getRecordComponents()) {
                properties.put(component.getName(), property(component, bound));
                if (!Checks.isOptional(component.getAnnotatedType())) {
                    required.add(component.getName());
                }
            }
            schema.put("properties", properties);
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
            schema.put("additionalProperties", false);
        }
        return map("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> property(RecordComponent component, Map<String, Type> bound) {
        var type = bound.getOrDefault(component.getGenericType().getTypeName(), component.getGenericType());
        var schema = type instanceof ParameterizedType list && !bound.isEmpty()
                ? map(
                        "type",
                        "array",
                        "items",
                        of(bound.getOrDefault(
                                list.getActualTypeArguments()[0].getTypeName(), list.getActualTypeArguments()[0])))
                : of(type);
        constrain(schema, component.getAccessor());
        if (Checks.isOptional(component.getAnnotatedType())) {
            schema = nullable(schema);
        }
        var described = schema;
        descriptions.apply(component.getName()).ifPresent(text -> described.put("description", text));
        return described;
    }

    /** Draft 2020-12 has no nullable: null is one of the types, or one of the alternatives of a reference. */
    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
            return schema;
        }
        return schema.isEmpty() ? schema : map("anyOf", List.of(schema, map("type", "null")));
    }

    private static void constrain(Map<String, Object> schema, AnnotatedElement says) {
        var size = says.getAnnotation(Size.class);
        if (size != null) {
            boolean text = "string".equals(schema.get("type"));
            if (size.min() > 0) {
                schema.put(text ? "minLength" : "minItems", size.min());
            }
            schema.put(text ? "maxLength" : "maxItems", size.max());
        }
        Optional.ofNullable(says.getAnnotation(Min.class)).ifPresent(min -> schema.put("minimum", min.value()));
        Optional.ofNullable(says.getAnnotation(Max.class)).ifPresent(max -> schema.put("maximum", max.value()));
        Optional.ofNullable(says.getAnnotation(Pattern.class))
                .ifPresent(pattern -> schema.put("pattern", "^" + pattern.regexp() + "$"));
    }

    private static Optional<Map<String, Object>> value(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(map("type", "string", "enum", names(type)));
        }
        if (Id.class.isAssignableFrom(type) || type == UUID.class) {
            return Optional.of(map("type", "string", "format", "uuid", "pattern", UUID_PATTERN));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(map("type", "boolean"));
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(map("type", "integer", "format", "int32"));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(map("type", "integer", "format", "int64"));
        }
        return Optional.ofNullable(TEXTS.get(type)).map(LinkedHashMap::new);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static final Map<Class<?>, Map<String, Object>> TEXTS = Map.ofEntries(
            Map.entry(String.class, map("type", "string")),
            Map.entry(byte[].class, map("type", "string", "format", "binary")),
            Map.entry(LocalDate.class, map("type", "string", "format", "date")),
            Map.entry(LocalTime.class, map("type", "string", "pattern", "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$")),
            Map.entry(Instant.class, map("type", "string", "format", "date-time")),
            Map.entry(YearMonth.class, map("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}$")),
            Map.entry(ZoneId.class, map("type", "string", "examples", List.of("Europe/Paris"))),
            Map.entry(KindCode.class, map("type", "string", "pattern", "^[a-z][a-z0-9-]{1,39}$")),
            Map.entry(InseeCode.class, map("type", "string", "pattern", "^([0-9]{2}|2[AB])[0-9]{3}$")),
            Map.entry(
                    AccountId.class,
                    map("type", "string", "pattern", "^(member|organisation|fund)/" + UUID_PATTERN.substring(1))),
            Map.entry(RoleWeights.class, weights()),
            Map.entry(Mailles.class, amount()));

    private static Map<String, Object> weights() {
        var weight = map("type", "integer", "minimum", 1, "maximum", RoleWeights.WHOLE);
        return map(
                "type",
                "object",
                "propertyNames",
                map("type", "string", "enum", names(Role.class)),
                "additionalProperties",
                weight);
    }

    private static Map<String, Object> amount() {
        return map(
                "type",
                "object",
                "properties",
                map(
                        "hundredths",
                        map("type", "integer", "format", "int64"),
                        "mailles",
                        map("type", "string", "pattern", "^-?[0-9]+\\.[0-9]{2}$")),
                "required",
                List.of("hundredths", "mailles"));
    }

    /** A JSON object in the order given. */
    static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
