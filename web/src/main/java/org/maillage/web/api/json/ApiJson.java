package org.maillage.web.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of the API. Reading is strict: what a request says is either understood whole or refused, so that a
 * misspelt field is never silently left out.
 */
public final class ApiJson {

    /** Deepest nesting that is read; the deepest request has five levels. */
    public static final int MAX_DEPTH = 32;

    /** Longest text that is read, in characters; shorter bounds are each field's own. */
    public static final int MAX_TEXT = 200_000;

    private ApiJson() {}

    /** The one mapper of the API. */
    public static JsonMapper mapper() {
        return JsonMapper.builder(factory())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(module())
                .build();
    }

    private static SimpleModule module() {
        return new SimpleModule("maillage-api")
                .addSerializer(new WrittenAmount())
                .addDeserializer(LocalDate.class, new FromTextAlone<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(LocalTime.class, new FromTextAlone<>(LocalTime.class, LocalTime::parse))
                .addDeserializer(Instant.class, new FromTextAlone<>(Instant.class, Instant::parse))
                .addDeserializer(ZoneId.class, new FromTextAlone<>(ZoneId.class, ZoneId::of));
    }

    private static JsonFactory factory() {
        var bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_TEXT)
                .maxNameLength(200)
                .maxNumberLength(40)
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }
}
