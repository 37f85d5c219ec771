package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.api.ApiWorld.Somebody;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Sending again, reading in pages, and versions. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {

    @Autowired
    ApplicationContext program;

    private ApiWorld world;
    private LocalDate today;

    @BeforeAll
    void found_a_network() {
        world = new ApiWorld(program);
        today = LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    @Test
    void the_same_key_and_body_give_the_same_answer_and_do_nothing_again() {
        var first = keyed(world.jeanne, "clé-1", claim(60, 2));
        long after = world.position();
        var again = keyed(world.jeanne, "clé-1", claim(60, 2));

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(world.position()).isEqualTo(after);
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_stores_nothing() {
        assertThat(keyed(world.jeanne, "clé-2", claim(60, 3)).status()).isEqualTo(201);
        long after = world.position();
        var other = keyed(world.jeanne, "clé-2", claim(61, 3));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("key-reused");
        assertThat(world.position()).isEqualTo(after);
    }

    @Test
    void keys_of_different_people_are_different() {
        var hers = keyed(world.jeanne, "clé-3", claim(30, 4));
        var others = keyed(world.nadia, "clé-3", claim(30, 4));

        assertThat(others.status()).isEqualTo(201);
        assertThat(others.text("/id")).isNotEqualTo(hers.text("/id"));
    }

    @Test
    void a_refused_request_may_be_sent_again_with_the_same_key() {
        var refused = keyed(world.jeanne, "clé-4", claim(60, -3));
        var corrected = keyed(world.jeanne, "clé-4", claim(60, 5));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/reason")).isEqualTo("day-in-the-future");
        assertThat(corrected.status()).isEqualTo(201);
    }

    @Test
    void a_list_is_read_in_pages_that_link_to_each_other() {
        for (int i = 0; i < 5; i++) {
            assertThat(world.post(world.nadia, "/contributions", claim(10 + i, 10 + i))
                            .status())
                    .isEqualTo(201);
        }
        var seen = new HashSet<String>();
        var next = "/contributions?network=" + world.network + "&limit=2";
        int pages = 0;
        while (!next.isEmpty()) {
            var page = world.get(world.nadia, next);
            assertThat(page.status()).as(page.response().body()).isEqualTo(200);
            assertThat(page.json().at("/items").size()).isLessThanOrEqualTo(2);
            page.json()
                    .at("/items")
                    .forEach(
                            item -> assertThat(seen.add(item.at("/contribution").asString()))
                                    .isTrue());
            var link = page.header("Link");
            assertThat(link.isEmpty()).isEqualTo(page.json().at("/next").isNull());
            next = link.isEmpty() ? "" : link.substring(link.indexOf("/api/v1"), link.indexOf('>'));
            pages++;
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
        assertThat(pages).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_version_that_one_has_is_not_sent_again() {
        var address = world.post(world.jeanne, "/contributions", claim(60, 20)).header("Location");
        var etag = world.get(world.jeanne, address).header("ETag");

        var same = world.send(world.jeanne.token(), "GET", address, null, r -> r.header("If-None-Match", etag));
        var other = world.send(world.jeanne.token(), "GET", address, null, r -> r.header("If-None-Match", "\"1\""));

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(etag);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void a_decision_on_an_outdated_version_is_refused_and_stores_nothing() {
        var address = world.post(world.jeanne, "/contributions", claim(60, 21)).header("Location");
        var etag = world.get(world.claire, address).header("ETag");
        assertThat(world.post(world.claire, address + "/clarifications", "{\"question\": \"Où ?\"}")
                        .status())
                .isEqualTo(200);
        long before = world.position();

        var outdated = world.send(
                world.claire.token(), "POST", address + "/validation", "{}", r -> r.header("If-Match", etag));
        assertThat(outdated.status()).isEqualTo(412);
        assertThat(outdated.text("/reason")).isEqualTo("changed-meanwhile");
        assertThat(world.position()).isEqualTo(before);

        var newest = world.get(world.claire, address).header("ETag");
        var decided = world.send(
                world.claire.token(),
                "POST",
                address + "/validation",
                "{}",
                r -> r.header("If-Match", newest).header("Idempotency-Key", "version-1"));
        var repeated = world.send(
                world.claire.token(),
                "POST",
                address + "/validation",
                "{}",
                r -> r.header("If-Match", newest).header("Idempotency-Key", "version-1"));
        assertThat(decided.status()).as(decided.response().body()).isEqualTo(200);
        assertThat(decided.header("ETag")).isNotEqualTo(newest).isNotEmpty();
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json()).isEqualTo(decided.json());
    }

    @Test
    void several_claims_are_validated_each_by_itself() {
        var one = world.post(world.jeanne, "/contributions", claim(60, 22)).text("/id");
        var two = world.post(world.nadia, "/contributions", claim(60, 22)).text("/id");
        var unknown = org.maillage.ledger.value.ContributionId.next().toString();
        var own = world.post(world.claire, "/contributions", claim(60, 22)).text("/id");

        var results = world.post(
                world.claire,
                "/networks/" + world.network + "/queue/validations",
                "{\"contributions\": [\"%s\", \"%s\", \"%s\", \"%s\"]}".formatted(one, unknown, own, two));

        assertThat(results.status()).as(results.response().body()).isEqualTo(200);
        assertThat(results.json().at("/validated").asInt()).isEqualTo(2);
        assertThat(results.text("/results/0/contribution")).isEqualTo(one);
        assertThat(results.text("/results/1/problem/reason")).isEqualTo("unknown-contribution");
        assertThat(results.text("/results/2/problem/reason")).isEqualTo("decides-own-claim");
        assertThat(results.json().at("/results/3/validated").asBoolean()).isTrue();
    }

    private Answer keyed(Somebody who, String key, String body) {
        return world.send(
                who.token(),
                "POST",
                "/contributions",
                body,
                request -> request.header(
                        "Idempotency-Key", java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8)));
    }

    private String claim(int minutes, int daysAgo) {
        return """
            {"network": "%s", "shares": [
             {"kind": "workshop-led", "day": "%s", "quantity": {"session": %d}}]}\
            """.formatted(world.network, today.minusDays(daysAgo), minutes);
    }
}
