package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.Id;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.api.ApiWorld.Somebody;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.api.openapi.Description;
import org.maillage.web.api.openapi.Operation;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every endpoint, from the mapping itself, with everything that can be wrong: a 4xx, a problem in the person's language,
 * nothing stored.
 */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @Autowired
    ApplicationContext program;

    private ApiWorld world;
    private List<Operation> operations;
    private Description description;
    private String contribution;
    private String share;

    @BeforeAll
    void found_a_network() {
        world = new ApiWorld(program);
        description = program.getBean(Description.class);
        operations = description.operations().stream()
                .filter(operation -> !operation.noun().equals("imports"))
                .toList();
        assertThat(operations).hasSizeGreaterThan(50);
        var made = world.post(world.jeanne, "/contributions", claim("{\"session\": 60}", today().minusDays(1)));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        contribution = made.text("/id");
        share = world.get(world.jeanne, made.header("Location")).text("/shares/0/share");
    }

    @TestFactory
    Stream<DynamicTest> who_is_not_signed_in_is_told_so() {
        return each(operations, operation -> {
            refused(401, world.send("maillage_nobody", operation.method(), path(operation), body(operation), _ -> {}));
            refused(401, world.send("", operation.method(), path(operation), body(operation), _ -> {}));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_token_that_only_reads_changes_nothing() {
        var token = world.readingToken(world.claire);
        return each(
                writing(),
                operation ->
                        refused(403, world.send(token, operation.method(), path(operation), body(operation), _ -> {})));
    }

    @TestFactory
    Stream<DynamicTest> somebody_of_another_network_changes_nothing() {
        return each(
                writing().stream().filter(o -> !o.id().equals("createNetwork")).toList(), operation -> {
                    var answer = world.send(
                            world.odile.token(), operation.method(), path(operation), body(operation), _ -> {});
                    refused(answer);
                });
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_nothing_has_is_unknown() {
        return each(withIds(), operation -> {
            var unknown = operation
                    .path()
                    .replaceAll("\\{role}", "LEAD")
                    .replaceAll("\\{\\w+}", Id.nextUuid().toString());
            refused(send(operation, unknown, body(operation), _ -> {}));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_is_none_is_unknown() {
        return each(withIds(), operation -> {
            for (var wrong : List.of("pas-un-id", "%20", "0".repeat(36), "1".repeat(3_000), "%E2%80%AE")) {
                refused(send(operation, operation.path().replaceAll("\\{\\w+}", wrong), body(operation), _ -> {}));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_an_address_does_not_know_is_refused_with_those_that_it_knows() {
        return each(operations, operation -> {
            var answer = world.send(world.claire.token(), "PATCH", path(operation), null, _ -> {});
            refused(405, answer);
            assertThat(answer.header("Allow")).contains(operation.method());
        });
    }

    @TestFactory
    Stream<DynamicTest> headers_and_parameters_that_cannot_be_are_refused() {
        return each(operations, operation -> {
            var path = path(operation);
            var more = path.contains("?") ? "&" : "?";
            refused(400, send(operation, path + more + "unknown=1", body(operation), _ -> {}));
            refused(400, send(operation, path + more + "asOf%00=1", body(operation), _ -> {}));
            refused(400, send(operation, path, body(operation), r -> r.header("Idempotency-Key", "x".repeat(201))));
            refused(400, send(operation, path, body(operation), r -> r.header("Idempotency-Key", " ")));
            if (!operation.id().equals("readEvidence")) {
                refused(406, send(operation, path, body(operation), r -> r.header("Accept", "text/html")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> dates_limits_and_cursors_that_cannot_be_are_refused() {
        var wrong = new LinkedHashMap<String, List<String>>();
        wrong.put("asOf", List.of("demain", "2026-02-30", "9999-12-31", "-0001-01-01", "%2B999999999-12-31", "1e9"));
        wrong.put("through", List.of("hier", "2999-01-01", "0000-00-00", "1899-12-31"));
        wrong.put("limit", List.of("0", "-1", "201", "1e999", "beaucoup", "99999999999999999999"));
        wrong.put("cursor", List.of("x", "%00", "AAAA", "../..", "1".repeat(500), "%F0%9F%99%82"));
        wrong.put("tab", List.of("ALL", "ready%00"));
        wrong.put("q", List.of("x".repeat(121), "%00", "%E2%80%AE"));
        wrong.put("network", List.of("x", Id.nextUuid().toString(), world.elsewhere.toString()));
        return each(operations, operation -> {
            if (operation.writes()) {
                return;
            }
            operation.query().filter(p -> wrong.containsKey(p.getName())).forEach(parameter -> {
                for (var value : wrong.get(parameter.getName())) {
                    var path = path(operation).replaceAll("[?&]" + parameter.getName() + "=[^&]*", "");
                    refused(send(
                            operation,
                            path + (path.contains("?") ? "&" : "?") + parameter.getName() + "=" + value,
                            null,
                            _ -> {}));
                }
            });
        });
    }

    @Test
    void a_day_that_has_not_come_in_the_network_is_refused_whatever_is_read() {
        var one = "/members/" + world.claire.member();
        var all = "/networks/" + world.network;
        for (var path : List.of(
                one + "?asOf=",
                one + "/balance?asOf=",
                one + "/statement?asOf=",
                one + "/portrait?asOf=",
                one + "/portrait?through=",
                one + "/portrait/LEAD?asOf=",
                one + "/portrait/LEAD?through=",
                "/members?network=" + world.network + "&asOf=",
                "/contributions?network=" + world.network + "&asOf=",
                all + "/kinds?asOf=",
                all + "/tariffs?asOf=",
                all + "/charters?asOf=",
                all + "/organisations?asOf=",
                all + "/coordinators?asOf=",
                all + "/queue?asOf=",
                all + "/figures?asOf=",
                all + "/fund?asOf=")) {
            var today = LocalDate.now(ZoneId.of("Europe/Paris"));
            assertThat(world.get(world.claire, path + today).status()).as(path).isEqualTo(200);
            var tomorrow = world.get(world.claire, path + today.plusDays(1));
            if (LocalDate.now(ZoneId.of("Europe/Paris")).isAfter(today)) {
                // Midnight came in between, and the next one is far.
                tomorrow = world.get(world.claire, path + today.plusDays(2));
            }
            assertThat(tomorrow.status()).as(path).isEqualTo(400);
            assertThat(tomorrow.text("/errors/0/detail")).as(path).isEqualTo("Cette date n’est pas encore venue.");
        }
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_cannot_be_read_is_refused() {
        var bodies = List.of(
                "{",
                "nul",
                "null",
                "7",
                "[]",
                "\"text\"",
                "{} {}",
                "{}x",
                "{\"a\":1,\"a\":2}",
                "{\"unknown\": 1}",
                "{\"\u0000\": 1}",
                "{\"a\": 1e999}",
                "{'a': 1}",
                "\u0000",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"words\": \"" + "x".repeat(300_000) + "\"}");
        return each(reading(), operation -> {
            for (var body : bodies) {
                refused(400, send(operation, path(operation), body, _ -> {}));
            }
            refused(413, send(operation, path(operation), "{\"words\": \"" + "x".repeat(1 << 20) + "\"}", _ -> {}));
            refused(413, chunked(operation, " ".repeat(1 << 20) + "{}"));
            for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
                refused(415, withType(operation, type));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> each_field_of_each_body_refuses_what_it_cannot_hold() {
        return each(reading(), operation -> {
            for (var wrong : wrongBodies(operation)) {
                refused(400, send(operation, path(operation), wrong, _ -> {}));
            }
        });
    }

    @Test
    void an_address_that_the_server_itself_cannot_read_is_a_problem_too() {
        var answer = world.get(world.jeanne, "/contributions/%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/reason")).isEqualTo("bad-address");
    }

    @Test
    void a_method_that_no_address_knows_is_a_problem_too() {
        long before = world.position();
        // The server itself refuses TRACE.
        for (var method : List.of("FOO", "TRACE")) {
            var answer = world.send(world.jeanne.token(), method, "/contributions", null, _ -> {});

            assertThat(answer.status()).as(method).isEqualTo(501);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text("/reason")).isEqualTo("unknown-method");
            assertThat(answer.text("/instance")).isEqualTo("/api/v1/contributions");
            assertThat(answer.text("/next")).contains("DELETE");
        }
        assertThat(world.position()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contributions//x", "/me;a=b", "//me"})
    void an_address_that_nobody_should_write_is_a_problem_too(String path) {
        var answer = refused(400, world.get(world.jeanne, path));

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/reason")).isEqualTo("bad-address");
    }

    @Test
    void what_the_ledger_refuses_of_a_claim_is_a_problem_too() {
        // A day without a claim: on one with another the question of a duplicate comes first.
        var yesterday = today().minusDays(9);
        var long25h = claim("{\"session\": 1000, \"preparation\": 500}", yesterday);
        assertThat(refused(world.post(world.jeanne, "/contributions", long25h)).text("/reason"))
                .isEqualTo("more-than-24-hours");
        assertThat(refused(world.post(world.jeanne, "/contributions", claim("{\"session\": 60}", today().plusDays(2))))
                        .text("/reason"))
                .isEqualTo("day-in-the-future");
        var early = claim("{\"session\": 60}", yesterday)
                .replaceFirst("\\{", "{\"declaredAt\": \"2999-01-01T00:00:00Z\", ");
        assertThat(refused(world.post(world.jeanne, "/contributions", early)).text("/reason"))
                .isEqualTo("declared-in-the-future");
        assertThat(refused(world.post(world.jeanne, "/contributions", claim("{}", yesterday)))
                        .status())
                .isEqualTo(400);
        assertThat(refused(world.post(world.jeanne, "/contributions", claim("{\"units\": 3}", yesterday)))
                        .text("/reason"))
                .isIn("quantity-not-of-the-kind", "quantity-missing");
        assertThat(refused(world.post(world.jeanne, "/contributions", claim("{\"session\": 1500}", yesterday)))
                        .text("/errors/0/pointer"))
                .isEqualTo("/shares/0/quantity/session");
        var foreign = claim("{\"session\": 60}", yesterday)
                .replace("\"kind\"", "\"contributor\": \"member/" + world.odile.member() + "\", \"kind\"");
        assertThat(refused(world.post(world.jeanne, "/contributions", foreign)).text("/reason"))
                .isEqualTo("unknown-member");
    }

    @Test
    void a_gift_that_cannot_be_is_refused() {
        assertThat(give(-1, world.nadia.member().toString()).status()).isEqualTo(400);
        assertThat(give(100, world.nadia.member().toString()).text("/reason")).isEqualTo("not-enough-available");
        assertThat(give(0, world.odile.member().toString()).text("/reason")).isEqualTo("unknown-member");
        assertThat(give(0, world.jeanne.member().toString()).text("/reason")).isEqualTo("gives-to-itself");
    }

    @Test
    void a_double_click_decides_once() {
        var made = world.post(world.nadia, "/contributions", claim("{\"session\": 30}", today().minusDays(3)));
        assertThat(world.post(world.claire, made.header("Location") + "/validation", "{}")
                        .status())
                .isEqualTo(200);
        long after = world.position();
        var again = world.post(world.claire, made.header("Location") + "/validation", "{}");

        assertThat(again.status()).isIn(200, 409);
        assertThat(world.position()).isEqualTo(after);
        assertThat(refused(world.post(world.nadia, made.header("Location") + "/withdrawal", "{}"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void one_does_not_decide_ones_own_claim() {
        var own = world.post(world.claire, "/contributions", claim("{\"session\": 30}", today().minusDays(4)));
        var answer = refused(world.post(world.claire, own.header("Location") + "/validation", "{}"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/reason")).isEqualTo("decides-own-claim");
        assertThat(answer.text("/title")).isEqualTo("Vous ne pouvez pas décider de votre propre contribution");
    }

    @Test
    void a_problem_speaks_the_language_of_the_person() {
        var path = "/contributions/" + Id.nextUuid();
        var english = world.send(world.jeanne.token(), "GET", path, null, r -> r.header("Accept-Language", "en-GB"));
        var french = world.send(world.jeanne.token(), "GET", path, null, r -> r.header("Accept-Language", "fr"));

        assertThat(english.text("/title")).isEqualTo("This contribution was not found");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(french.text("/title")).isEqualTo("Cette contribution est introuvable");
        assertThat(french.text("/type")).isEqualTo("/api/problems#unknown-contribution");
        assertThat(french.text("/instance")).isEqualTo("/api/v1" + path);
    }

    @Test
    void a_file_that_is_none_is_refused() {
        var path = "/evidence?name=photo.jpg&network=" + world.network;
        refused(400, file(path, "image/jpeg", "not a picture"));
        refused(415, file(path, "text/html", "<script>alert(1)</script>"));
        refused(413, file(path, "application/pdf", "%PDF-" + "x".repeat(11 << 20)));
        refused(400, file("/evidence?name=%00&network=" + world.network, "image/jpeg", "x"));
        refused(400, file("/evidence?network=" + world.network, "image/jpeg", "x"));
    }

    private Answer give(long hundredths, String to) {
        return refused(world.post(
                world.jeanne,
                "/transfers",
                "{\"network\": \"%s\", \"to\": \"member/%s\", \"hundredths\": %d}"
                        .formatted(world.network, to, hundredths)));
    }

    private Answer file(String path, String type, String bytes) {
        return world.send(world.jeanne.token(), "POST", path, bytes, r -> r.setHeader("Content-Type", type));
    }

    /** Every endpoint, with the journal's position before and after. */
    private Stream<DynamicTest> each(List<Operation> asked, Consumer<Operation> test) {
        assertThat(asked).isNotEmpty();
        return asked.stream()
                .map(operation -> dynamicTest(operation.method() + " " + operation.path(), () -> {
                    long before = world.position();
                    test.accept(operation);
                    assertThat(world.position()).as("nothing stored").isEqualTo(before);
                }));
    }

    private Answer refused(int status, Answer answer) {
        refused(answer);
        assertThat(answer.status())
                .as(answer.response().uri() + answer.response().body())
                .isEqualTo(status);
        return answer;
    }

    private Answer refused(Answer answer) {
        assertThat(answer.status())
                .as(answer.response().uri() + " " + answer.response().body())
                .isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        for (var field : List.of("/type", "/title", "/detail", "/next", "/reason", "/instance")) {
            assertThat(answer.text(field)).as(field).isNotBlank();
        }
        assertThat(answer.json().at("/status").asInt()).isEqualTo(answer.status());
        return answer;
    }

    private Answer send(
            Operation operation,
            String path,
            @org.jspecify.annotations.Nullable String body,
            Consumer<java.net.http.HttpRequest.Builder> more) {
        return world.send(actor(operation).token(), operation.method(), path, body, more);
    }

    private Answer chunked(Operation operation, String body) {
        var bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return world.exchange(java.net.http.HttpRequest.newBuilder(java.net.URI.create(world.root() + path(operation)))
                .header("Authorization", "Bearer " + actor(operation).token())
                .header("Content-Type", "application/json")
                .method(
                        operation.method(),
                        java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(bytes)))
                .build());
    }

    private Answer withType(Operation operation, String type) {
        return send(operation, path(operation), "a=1", r -> r.setHeader("Content-Type", type));
    }

    private Somebody actor(Operation operation) {
        return operation.id().equals("createNetwork") ? world.ada : world.claire;
    }

    private List<Operation> writing() {
        return operations.stream().filter(Operation::writes).toList();
    }

    private List<Operation> withIds() {
        return operations.stream()
                .filter(o -> o.pathVariables().findAny().isPresent())
                .toList();
    }

    /** Endpoints that read JSON. */
    private List<Operation> reading() {
        return operations.stream()
                .filter(o -> o.body().isPresent() && o.body().orElseThrow().getType() != byte[].class)
                .toList();
    }

    /** The address of something that is there. */
    private String path(Operation operation) {
        var id = switch (operation.noun()) {
            case "contributions" -> contribution;
            case "members" -> world.claire.member().toString();
            case "networks" -> world.network.toString();
            default -> Id.nextUuid().toString();
        };
        var path = operation
                .path()
                .replace("{id}", id)
                .replace("{share}", share)
                .replace("{role}", "LEAD")
                .replace("{member}", world.nadia.member().toString())
                .replace("{organisation}", Id.nextUuid().toString());
        var query = new ArrayList<String>();
        operation.query().forEach(parameter -> {
            if (parameter.getName().equals("network")) {
                query.add("network=" + world.network);
            } else if (operation.writes() && parameter.getName().equals("name")) {
                query.add("name=photo.jpg");
            }
        });
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** The published example, of this network. */
    private @org.jspecify.annotations.Nullable String body(Operation operation) {
        return description
                .examples()
                .of(operation.id())
                .map(example -> ApiJson.mapper()
                        .writeValueAsString(example)
                        .replace("0199c0de-0000-7000-8000-000000000001", world.network.toString()))
                .orElse(operation.body().isPresent() && operation.method().equals("POST") ? "x" : null);
    }

    /** The example with each of its fields replaced, one at a time, by what it cannot hold. */
    private List<String> wrongBodies(Operation operation) {
        var example = body(operation);
        var wrong = new ArrayList<String>();
        if (example != null) {
            var root = ApiJson.mapper().readValue(example, Object.class);
            mutate(root, root, wrong);
        }
        return wrong;
    }

    @SuppressWarnings("unchecked")
    private void mutate(Object root, Object at, List<String> wrong) {
        if (at instanceof Map<?, ?> map) {
            for (var key : List.copyOf(map.keySet())) {
                var fields = (Map<Object, Object>) map;
                var value = fields.get(key);
                for (var raw : wrongFor(value)) {
                    fields.put(key, "@@");
                    wrong.add(ApiJson.mapper().writeValueAsString(root).replace("\"@@\"", raw));
                    fields.put(key, value);
                }
                mutate(root, value == null ? Map.of() : value, wrong);
            }
        } else if (at instanceof List<?> list && !list.isEmpty()) {
            mutate(root, list.getFirst(), wrong);
        }
    }

    private static List<String> wrongFor(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case String _ ->
                List.of(
                        "7",
                        "true",
                        "{}",
                        "[]",
                        "\"\\u0000\"",
                        "\"a\\u202Eb\"",
                        "\"\\ud800\"",
                        "\"\\u001b[2J\"",
                        "\"" + "x".repeat(100_001) + "\"");
            case Number _ ->
                List.of("\"7\"", "1.5", "1e999", "-99999999999", "99999999999999999999", "{}", "[1]", "true");
            case Boolean _ -> List.of("\"true\"", "1", "{}", "[]", "null");
            case List<?> _ -> List.of("{}", "\"x\"", "[null]", "[[]]", "[7]");
            case Map<?, ?> _ -> List.of("[]", "\"x\"", "7", "{\"unknown\": 1}");
            case null, default -> List.of("{\"unknown\": {}}", "[[[]]]");
        };
    }

    @Test
    void a_number_that_is_the_code_of_no_commune_of_its_year_is_refused() {
        for (var code : List.of("99999", "51999", "51000")) {
            var refused = world.post(world.nadia, "/contributions", at(code, 2026));
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
            assertThat(refused.text("/reason")).isEqualTo("commune-invalid");
        }
        assertThat(world.post(world.nadia, "/contributions", at("99999", 1990)).text("/reason"))
                .isEqualTo("commune-invalid");
        assertThat(world.post(world.nadia, "/contributions", at("51999", 1990)).status())
                .as("only one year is known here")
                .isEqualTo(201);
        assertThat(world.post(world.nadia, "/contributions", at("51108", 2026)).status())
                .isEqualTo(201);
    }

    private String at(String commune, int year) {
        return """
            {"network": "%s", "answered": ["DUPLICATE"], "shares": [
             {"kind": "workshop-led", "day": "%s", "quantity": {"session": 10},
              "where": {"commune": {"code": "%s", "year": %d}, "remote": false}}]}\
            """.formatted(world.network, today().minusDays(40), commune, year);
    }

    private String claim(String quantity, LocalDate day) {
        return """
            {"network": "%s", "shares": [{"kind": "workshop-led", "day": "%s", "quantity": %s}]}\
            """.formatted(world.network, day, quantity);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }
}
