package org.maillage.ledger.event;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/asyncapi.json}: what the topic of the events holds, as AsyncAPI 3.0. */
final class AsyncApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    /** Headers of a record, each as text: name, pattern, meaning; the last may be absent. */
    private static final List<List<String>> HEADERS = List.of(
            List.of(
                    "position",
                    "^[1-9][0-9]*$",
                    "Position in the journal, from 1, without gaps, in the order of commits."),
            List.of(
                    "previous",
                    "^[0-9]+$",
                    "Position of the event before it in the same partition, 0 for none. Who has not seen that one"
                            + " misses some."),
            List.of("name", "^[a-z-]+\\.[a-z-]+\\.[1-9][0-9]*$", "Name of the event with its version."),
            List.of("stream", "^[a-z-]+/.+$", "Its stream: type/id."),
            List.of("version", "^[0-9]+$", "Its place in the stream, from 0."),
            List.of("event-id", UUID, "Its own id."),
            List.of("command-id", UUID, "The command that it followed from."),
            List.of(
                    "actor",
                    "^[a-z]+(:.+)?$",
                    "Who was authenticated: person:id, token:id, link:id, administrator:id, import:id or system."),
            List.of(
                    "recorded-at",
                    "Z$",
                    "When the journal recorded it, UTC, to the microsecond; it never decreases with the position."),
            List.of("cause", UUID, "The event that the command reacted to; absent unless a reaction."));

    private final ObjectNode whole = JSON.createObjectNode();
    private final ObjectNode schemas;

    private AsyncApi(ObjectNode schemas) {
        this.schemas = schemas;
    }

    static ObjectNode write() throws IOException {
        return new AsyncApi(EventSchemas.write()).whole();
    }

    private ObjectNode whole() {
        whole.put("asyncapi", "3.0.0");
        var info = whole.putObject("info");
        info.put("title", "Maillage: the journal on Kafka");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "Every event of the journal, at least once and in order within a partition. What comes again has a"
                        + " position that was seen. Personal texts are sealed. Generated from the event records: see"
                        + " EVENTS.md and decisions/0011.");
        info.putObject("license").put("name", "EUPL-1.2");
        whole.put("defaultContentType", "application/json");
        channel();
        operation("relay", "send", "The relay of a web process writes.");
        operation("follow", "receive", "Processes that keep views read, and whoever else is let.");
        components();
        return whole;
    }

    private void channel() {
        var events = whole.putObject("channels").putObject("events");
        events.put("address", "maillage.events");
        events.put("description", "The key is the network's id, or `installation` for events of persons.");
        var messages = events.putObject("messages");
        names().forEach(name -> messages.putObject(name).put("$ref", "#/components/messages/" + name));
        var kafka = events.putObject("bindings").putObject("kafka");
        kafka.put("topic", "maillage.events");
        kafka.put("partitions", 12);
        var topic = kafka.putObject("topicConfiguration");
        topic.putArray("cleanup.policy").add("delete");
        topic.put("retention.ms", -1);
        topic.put("retention.bytes", -1);
        topic.put("max.message.bytes", 4 * 1024 * 1024);
        kafka.put("bindingVersion", "0.5.0");
    }

    private void operation(String name, String action, String summary) {
        var operations = whole.path("operations").isMissingNode()
                ? whole.putObject("operations")
                : (ObjectNode) whole.get("operations");
        var operation = operations.putObject(name);
        operation.put("action", action);
        operation.put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/events");
    }

    private void components() {
        var components = whole.putObject("components");
        var messages = components.putObject("messages");
        for (var name : names()) {
            var message = messages.putObject(name);
            message.put("name", name);
            message.put(
                    "summary",
                    schemas.get("$defs").get(name).path("description").asString(""));
            message.put("contentType", "application/json");
            message.putObject("headers").put("$ref", "#/components/schemas/headers");
            var payload = message.putObject("payload");
            payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
            payload.putObject("schema").put("$ref", "schemas/events.json#/$defs/" + name);
            var kafka = message.putObject("bindings").putObject("kafka");
            kafka.putObject("key")
                    .put("type", "string")
                    .put("pattern", "^(installation|" + UUID.substring(1, UUID.length() - 1) + ")$");
            kafka.put("bindingVersion", "0.5.0");
        }
        headers(components.putObject("schemas").putObject("headers"));
    }

    private static void headers(ObjectNode schema) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var header : HEADERS) {
            properties
                    .putObject(header.get(0))
                    .put("type", "string")
                    .put("pattern", header.get(1))
                    .put("description", header.get(2));
            if (!header.equals(HEADERS.getLast())) {
                required.add(header.get(0));
            }
        }
    }

    private static Iterable<String> names() {
        return new TreeMap<>(EventJson.current()).keySet();
    }
}
