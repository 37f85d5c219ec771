package org.maillage.web.api.json;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a date, time or zone from its ISO 8601 text and from nothing else: no numbers, no arrays. */
final class FromTextAlone<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;

    FromTextAlone(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(context.constructType(handledType()), json);
        }
        var text = json.getString();
        try {
            return parse.apply(text);
        } catch (DateTimeException malformed) {
            return (T) context.handleWeirdStringValue(handledType(), text, "not of the form of ISO 8601");
        }
    }
}
