package org.maillage.ledger.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is no event of its name is refused wherever in it the fault lies; what says the same otherwise is read. */
class EventRefusalsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<String> current() {
        return EventJson.current().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("current")
    void what_must_be_there_is_refused_where_it_is_missing_or_null(String name) throws IOException {
        var least = golden(name, "least");
        assertThat(least.properties()).isNotEmpty();
        for (var property : least.propertyNames()) {
            refused(name, changed(least, event -> event.remove(property)));
            refused(name, changed(least, event -> event.putNull(property)));
        }
        refused(name, "{}");
    }

    @ParameterizedTest
    @MethodSource("current")
    void an_object_is_refused_where_it_has_one_property_more_or_stands_for_a_value(String name) throws IOException {
        var full = golden(name, "full");
        refused(name, changed(full, event -> event.put("more", 1)));
        for (var path : paths(full, "")) {
            refused(name, changed(full, event -> {
                var parent = (ObjectNode) event.at(path.substring(0, path.lastIndexOf('/')));
                var property = path.substring(path.lastIndexOf('/') + 1);
                if (parent.get(property) instanceof ObjectNode object) {
                    object.put("more", 1);
                } else {
                    parent.putObject(property).put("more", 1);
                }
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("current")
    void the_order_of_properties_says_nothing(String name) throws IOException {
        var full = golden(name, "full");
        var turned = turned(full);

        assertThat(read(name, turned.toString())).isEqualTo(read(name, full.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a number for one of a list | `\"measure\":\"COUNT\"` | `\"measure\":1`",
                "another word | `\"COUNT\"` | `\"WEIGHT\"`",
                "a word in small letters | `\"COUNT\"` | `\"count\"`",
                "a text for a number | `\"minutes\":13` | `\"minutes\":\"13\"`",
                "a fraction | `\"minutes\":13` | `\"minutes\":13.5`",
                "a number too great | `\"minutes\":13` | `\"minutes\":9999999999`",
                "no number | `\"minutes\":13` | `\"minutes\":null`",
                "true for a number | `\"minutes\":13` | `\"minutes\":true`",
                "a list of one | `\"minutes\":13` | `\"minutes\":[13]`",
                "a text for an amount | `\"amount\":420` | `\"amount\":\"420\"`",
                "an object that is empty | `{\"contributed\":422,\"available\":423}` | `{}`",
                "an object without a part | `{\"contributed\":422,` | `{`",
                "an object with null for a part | `\"contributed\":422` | `\"contributed\":null`",
                "an object with a part more | `\"contributed\":422` | `\"contributed\":422,\"more\":[{}]`",
                "a list for an object | `{\"contributed\":422,\"available\":423}` | `[422,423]`",
                "a text for an object | `{\"contributed\":422,\"available\":423}` | `\"\"`",
                "weights that are no whole | `\"INVENT\":5000` | `\"INVENT\":4999`",
                "a name in capitals | `\"rate\"` | `\"RATE\"`",
                "a name and a space | `\"rate\"` | `\"rate \"`",
                "a name that is empty | `\"rate\"` | `\"\"`",
                "an id too short | `01990000-0000-7007-8000-000000000007` | `01990000`",
                "an id that is a number | `\"01990000-0000-7007-8000-000000000007\"` | `7`",
                "an account of nobody | `member/` | `nobody/`",
                "no comma | `,\"rate\"` | `\"rate\"`",
                "a comma more | `423}}` | `423},}`",
                "no end | `423}}` | `423}`",
                "an end of a list | `423}}` | `423}]`",
                "a brace more | `423}}` | `423}}}`",
                "another event after it | `423}}` | `423}} {}`",
            })
    void an_issue_is_refused_with(String fault, String right, String wrong) throws IOException {
        var issued = text("credit.issued.1", "full");
        assertThat(issued).as(fault).containsOnlyOnce(right);

        refused("credit.issued.1", issued.replace(right, wrong));
    }

    @Test
    void of_a_property_that_is_there_twice_the_last_counts() throws IOException {
        var issued = text("credit.issued.1", "full");

        var read = read("credit.issued.1", issued.replace("\"minutes\":13", "\"minutes\":12,\"minutes\":13"));

        assertThat(read).isEqualTo(read("credit.issued.1", issued));
        refused("credit.issued.1", issued.replace("\"minutes\":13", "\"minutes\":13,\"minutes\":null"));
    }

    @Test
    void a_name_may_be_escaped_and_spaced() throws IOException {
        var issued = text("credit.issued.1", "full");

        assertThat(read("credit.issued.1", issued.replace("\"minutes\":", " \"\\u006dinutes\" :\n")))
                .isEqualTo(read("credit.issued.1", issued));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-01", "2026-12-28", "2026-04-30", "2024-02-29", "2026-12-31", "0001-01-01", "9999-12-31"
            })
    void a_day_of_the_calendar_is_read(String day) throws IOException {
        var issued = text("credit.issued.1", "full").replace("2026-01-13", day);

        assertThat(read("credit.issued.1", issued))
                .isInstanceOfSatisfying(
                        CreditEvent.Issued.class,
                        event -> assertThat(event.day()).isEqualTo(LocalDate.parse(day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-04-31",
                "2026-01-00",
                "2026-01-32",
                "2026-00-01",
                "2026-13-01",
                "2026-1-001",
                "2026/01/01",
                "20260-1-01",
                "+026-01-01",
                "202a-01-01",
                "2026-01-1\u0661",
                "2026-01-01+01:00",
                "13 January",
                "",
            })
    void no_day_of_the_calendar_is_refused(String day) throws IOException {
        refused("credit.issued.1", text("credit.issued.1", "full").replace("2026-01-13", day));
    }

    private static void refused(String name, String payload) {
        assertThatThrownBy(() -> read(name, payload)).as(payload).isInstanceOf(UnreadableEvent.class);
    }

    private static LedgerEvent read(String name, String payload) {
        return EventJson.read(name, payload.getBytes(UTF_8));
    }

    private static String changed(ObjectNode event, Consumer<ObjectNode> change) {
        var copy = event.deepCopy();
        change.accept(copy);
        return copy.toString();
    }

    /** Of all that are properties of an object, in lists too. */
    private static List<String> paths(JsonNode node, String at) {
        var paths = new ArrayList<String>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                paths.add(at + "/" + property.getKey());
                paths.addAll(paths(property.getValue(), at + "/" + property.getKey()));
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.addAll(paths(node.get(i), at + "/" + i));
        }
        return paths;
    }

    private static JsonNode turned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var turned = object.objectNode();
            List.copyOf(object.properties())
                    .reversed()
                    .forEach(property -> turned.set(property.getKey(), turned(property.getValue())));
            return turned;
        }
        if (node.isArray()) {
            var turned = EventMapper.MAPPER.createArrayNode();
            node.forEach(element -> turned.add(turned(element)));
            return turned;
        }
        return node;
    }

    private static ObjectNode golden(String name, String which) throws IOException {
        return (ObjectNode) EventMapper.MAPPER.readTree(text(name, which));
    }

    private static String text(String name, String which) throws IOException {
        return Files.readString(GOLDEN.resolve(name + "." + which + ".json"));
    }
}
