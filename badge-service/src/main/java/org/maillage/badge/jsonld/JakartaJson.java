package org.maillage.badge.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document in the model of JSON that the JSON-LD library reads. */
final class JakartaJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private JakartaJson() {}

    static JsonObject of(ObjectNode document) {
        var object = JSON.createObjectBuilder();
        document.properties().forEach(property -> object.add(property.getKey(), value(property.getValue())));
        return object.build();
    }

    private static JsonArray array(ArrayNode values) {
        var array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value(value)));
        return array.build();
    }

    private static JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> of((ObjectNode) node);
            case ARRAY -> array((ArrayNode) node);
            case STRING -> JSON.createValue(node.stringValue());
            case NUMBER ->
                node.isIntegralNumber() ? JSON.createValue(node.longValue()) : JSON.createValue(node.doubleValue());
            case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
            case NULL, MISSING, BINARY, POJO -> JsonValue.NULL;
        };
    }
}
