package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Rule 12 over all claims of a day, as the API asks it. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlyQuestionsTest {

    private static final String BOTH = "\"LONG_DAY\", \"DUPLICATE\"";

    @Autowired
    ApplicationContext program;

    private ApiWorld world;

    @BeforeAll
    void found_a_network() {
        world = new ApiWorld(program);
    }

    @Test
    void a_day_asks_above_twelve_hours_and_refuses_above_twenty_four_over_all_its_claims() {
        assertThat(claim(1, 660, "", "").status()).isEqualTo(201);
        long before = world.position();

        refused(claim(1, 660, "", ""), 409, "long-day");
        refused(claim(1, 660, "\"LONG_DAY\"", ""), 409, "possible-duplicate");
        assertThat(world.position()).as("nothing stored").isEqualTo(before);
        assertThat(claim(1, 660, BOTH, "").status()).isEqualTo(201);
        refused(claim(1, 660, BOTH, ""), 400, "more-than-24-hours");
        assertThat(claim(2, 660, "", "").status()).as("another day").isEqualTo(201);
    }

    @Test
    void the_same_link_asks_whether_it_is_the_same_claim() {
        var link = "\"links\": [{\"address\": \"https://exemple.fr/atelier\"}],";
        assertThat(claim(3, 60, "", link).status()).isEqualTo(201);

        refused(claim(4, 60, "", link), 409, "possible-duplicate");
        assertThat(claim(4, 60, "\"DUPLICATE\"", link).status()).isEqualTo(201);
    }

    @Test
    void every_contributor_of_a_claim_is_asked_about() {
        assertThat(claim(5, 660, "", "").status()).isEqualTo(201);
        var together = """
            {"network": "%s", "shares": [
             {"kind": "workshop-led", "day": "%s", "quantity": {"session": 120}},
             {"contributor": "member/%s", "kind": "workshop-led", "day": "%s", "quantity": {"session": 120}}]}\
            """.formatted(world.network, day(5), world.jeanne.member(), day(5));

        refused(world.post(world.nadia, "/contributions", together), 409, "long-day");
    }

    @Test
    void a_claim_that_is_sent_again_is_not_its_own_duplicate() {
        var body = body(6, 720, "", "");
        var first = keyed(body);
        var again = keyed(body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).as(again.response().body()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    private Answer keyed(String body) {
        return world.send(
                world.jeanne.token(), "POST", "/contributions", body, r -> r.header("Idempotency-Key", "encore"));
    }

    private Answer claim(int daysAgo, int minutes, String answered, String more) {
        return world.post(world.jeanne, "/contributions", body(daysAgo, minutes, answered, more));
    }

    private String body(int daysAgo, int minutes, String answered, String more) {
        return """
            {"network": "%s", "answered": [%s], %s "shares": [
             {"kind": "workshop-led", "day": "%s", "quantity": {"session": %d}}]}\
            """.formatted(world.network, answered, more, day(daysAgo), minutes);
    }

    private static LocalDate day(int daysAgo) {
        return LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(daysAgo);
    }

    private static void refused(Answer answer, int status, String reason) {
        assertThat(answer.text("/reason")).as(answer.response().body()).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(status);
    }
}
