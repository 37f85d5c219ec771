package org.maillage.badge.jsonld;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.maillage.badge.jsonld.Malformed.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of strangers (RFC 8259 within the bounds of I-JSON, RFC 7493): what two programs could read differently is
 * refused, and so is what is too large to be a badge.
 */
public final class StrictJson {

    /** Bytes of a document; a badge with an embedded image stays below. */
    public static final int MOST_BYTES = 1 << 21;

    public static final int MOST_DEPTH = 64;
    public static final int MOST_NODES = 20_000;

    /** Whole numbers beyond are not the same number in every program (RFC 7493, section 2.2). */
    private static final long MOST_WHOLE = (1L << 53) - 1;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private int nodes;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one JSON value. @throws Malformed with the first thing that is wrong */
    public static JsonNode read(byte[] bytes) throws Malformed {
        if (bytes.length > MOST_BYTES) {
            throw new Malformed(Problem.TOO_LARGE, bytes.length + " bytes");
        }
        var text = utf8(bytes);
        try (var parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            var reader = new StrictJson(parser);
            reader.parser.nextToken();
            var value = reader.value(1);
            if (parser.nextToken() != null) {
                throw new Malformed(Problem.NOT_JSON, "more than one value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new Malformed(Problem.NUMBER_OUT_OF_RANGE, "a number or name of too many characters");
        } catch (JacksonException e) {
            throw new Malformed(Problem.NOT_JSON, at(e));
        }
    }

    /** Reads one JSON object. @throws Malformed also for any other value */
    public static ObjectNode readObject(byte[] bytes) throws Malformed {
        if (read(bytes) instanceof ObjectNode object) {
            return object;
        }
        throw new Malformed(Problem.NOT_AN_OBJECT, "");
    }

    /** An empty object, to be filled; its keys keep the order in which they come. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An array of these texts. */
    public static ArrayNode texts(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** The value as UTF-8 without white space, keys in their order: the same value gives the same bytes. */
    public static byte[] write(JsonNode value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static String utf8(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(Problem.NOT_UTF_8, "");
        }
    }

    private static String at(JacksonException e) {
        var location = e.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private JsonNode value(int depth) throws Malformed {
        if (depth > MOST_DEPTH) {
            throw new Malformed(Problem.TOO_DEEP, "more than " + MOST_DEPTH + " levels");
        }
        if (++nodes > MOST_NODES) {
            throw new Malformed(Problem.TOO_MANY_NODES, "more than " + MOST_NODES + " values");
        }
        var factory = JsonNodeFactory.instance;
        var token = parser.currentToken();
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> factory.stringNode(checked(parser.getString()));
            case VALUE_NUMBER_INT -> factory.numberNode(whole());
            case VALUE_NUMBER_FLOAT -> factory.numberNode(fraction());
            case VALUE_TRUE -> factory.booleanNode(true);
            case VALUE_FALSE -> factory.booleanNode(false);
            case VALUE_NULL -> factory.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Malformed(Problem.NOT_JSON, "no value");
        };
    }

    private ObjectNode object(int depth) throws Malformed {
        var object = object();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = checked(parser.currentName());
            if (object.has(name)) {
                throw new Malformed(Problem.DUPLICATE_KEY, name);
            }
            parser.nextToken();
            object.set(name, value(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) throws Malformed {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private long whole() throws Malformed {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || Math.abs(parser.getLongValue()) > MOST_WHOLE) {
            throw new Malformed(Problem.NUMBER_OUT_OF_RANGE, "a whole number beyond 2^53");
        }
        return parser.getLongValue();
    }

    private double fraction() throws Malformed {
        var number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new Malformed(Problem.NUMBER_OUT_OF_RANGE, "a number beyond what a double holds");
        }
        return number;
    }

    private static String checked(String text) throws Malformed {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                throw new Malformed(Problem.NUL_CHARACTER, "");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Malformed(Problem.LONE_SURROGATE, "");
            }
        }
        return text;
    }
}
