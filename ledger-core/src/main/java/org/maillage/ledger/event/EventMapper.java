package org.maillage.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedElement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.RoleWeights;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Jackson as events need it. Each setting is written even where it is the default: the journal outlives defaults. */
final class EventMapper {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // A property is then looked up by the very name that it is known by, which need not be compared.
                    .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                    .build())
            .annotationIntrospector(new RequiredUnlessNullable())
            .addModule(new SimpleModule("own")
                    .setDeserializerModifier(new RecordDeserializers())
                    .addDeserializer(LocalDate.class, new DateDeserializer())
                    .addSerializer(new SortedSetSerializer())
                    .addSerializer(new RoleWeightsSerializer()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .disable(
                    MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
                    MapperFeature.ALLOW_COERCION_OF_SCALARS,
                    MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES,
                    MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(
                    EnumFeature.WRITE_ENUMS_USING_TO_STRING,
                    EnumFeature.READ_ENUMS_USING_TO_STRING,
                    EnumFeature.WRITE_ENUMS_USING_INDEX,
                    EnumFeature.WRITE_ENUM_KEYS_USING_INDEX,
                    EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(
                    DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                    DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .build();

    private EventMapper() {}

    /** A payload as a tree; null for the JSON null. @throws tools.jackson.core.JacksonException where it is no object */
    static @Nullable ObjectNode object(byte[] payload) {
        return MAPPER.readerFor(ObjectNode.class).readValue(payload);
    }

    /** A component of a record must be there, and is not null, unless it is annotated {@code @Nullable}. */
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            return isRequired(member)
                    ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL)
                    : super.findSetterInfo(config, member);
        }

        private static boolean isRequired(Annotated member) {
            if (!(member instanceof AnnotatedParameter parameter)) {
                return false;
            }
            var components = parameter.getDeclaringClass().getRecordComponents();
            if (components == null || parameter.getOwner().getParameterCount() != components.length) {
                return false;
            }
            AnnotatedElement type = components[parameter.getIndex()].getAnnotatedType();
            return !type.isAnnotationPresent(Nullable.class);
        }
    }

    /** Sets have no order of their own: their elements are written in the order of their JSON text. */
    private static final class SortedSetSerializer extends StdSerializer<Set<?>> {

        SortedSetSerializer() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
            var texts = set.stream().map(MAPPER::writeValueAsString).toArray(String[]::new);
            Arrays.sort(texts);
            json.writeStartArray();
            for (var text : texts) {
                json.writeRawValue(text);
            }
            json.writeEndArray();
        }
    }

    /** As the map that they are: by itself Jackson looks for that map's serializer at each event anew, half of its time. */
    private static final class RoleWeightsSerializer extends StdSerializer<RoleWeights> {

        RoleWeightsSerializer() {
            super(RoleWeights.class);
        }

        @Override
        public void serialize(RoleWeights weights, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            weights.basisPoints().forEach((role, points) -> json.writeNumberProperty(role.name(), points));
            json.writeEndObject();
        }
    }
}
