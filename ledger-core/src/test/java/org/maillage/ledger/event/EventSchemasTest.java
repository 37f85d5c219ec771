package org.maillage.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas are what the records say, and what is written follows them. */
class EventSchemasTest {

    private static final String COMMAND = "mvn -pl ledger-core test -Dtest=EventSchemasTest -Dmaillage.write-docs=true";
    private static final Path SCHEMAS = Path.of("../docs/schemas/events.json");
    private static final Path TOPIC = Path.of("../docs/asyncapi.json");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry DRAFT_2020_12 =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void the_schemas_of_events_are_what_the_event_records_say() throws IOException {
        var schemas = EventSchemas.write();
        assertIsFile(schemas, SCHEMAS);
        assertThat(schemas.get("$defs").propertyNames())
                .containsAll(EventJson.current().keySet());
        assertThat(schemas.get("$defs").size()).isGreaterThan(90);
    }

    @Test
    void the_description_of_the_topic_is_what_the_event_records_say() throws IOException {
        var topic = AsyncApi.write();
        assertIsFile(topic, TOPIC);
        assertThat(topic.get("components").get("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(EventJson.current().keySet());
    }

    private static void assertIsFile(ObjectNode generated, Path file) throws IOException {
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        var text = JSON.writer().with(printer).writeValueAsString(generated) + "\n";
        if (Boolean.getBoolean("maillage.write-docs")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("write it: %s", COMMAND).exists();
        assertThat(text).as("%s is not up to date: %s", file, COMMAND).isEqualTo(Files.readString(file));
    }

    static List<Path> files() throws IOException {
        return GoldenEventsTest.files().stream()
                .filter(file -> EventJson.current().containsKey(nameOf(file)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_written_follows_its_schema_and_nothing_more_or_less_does(Path file) throws IOException {
        var schema = schema(nameOf(file));
        var event = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        assertThat(schema.validate(event)).isEmpty();

        var more = event.deepCopy().put("unheardOf", 1);
        assertThat(schema.validate(more)).isNotEmpty();
        var least = (ObjectNode) JSON.readTree(Files.readAllBytes(file.resolveSibling(nameOf(file) + ".least.json")));
        for (var name : List.copyOf(least.propertyNames())) {
            var less = least.deepCopy();
            less.remove(name);
            assertThat(schema.validate(less)).as("without %s", name).isNotEmpty();
        }
    }

    private static final ObjectNode ALL = all();

    private static ObjectNode all() {
        try {
            return EventSchemas.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        var schemas = ALL.deepCopy();
        schemas.put("$id", "urn:maillage:events:" + name);
        schemas.put("$ref", "#/$defs/" + name);
        JsonNode whole = schemas;
        return DRAFT_2020_12.getSchema(whole);
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(full|least)\\.json$", "");
    }
}
