package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What cannot be decided, or answered after a decision, is refused for what is the case, with the step that is left. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidingByApiTest {

    @Autowired
    ApplicationContext program;

    private ApiWorld world;
    private LocalDate yesterday;

    @BeforeAll
    void found_a_network() {
        world = new ApiWorld(program);
        yesterday = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1);
    }

    @Test
    void a_share_is_accepted_for_less_and_for_nothing_that_is_not() {
        var claim = claim();

        assertThat(validate(claim, 60).text("/reason")).isEqualTo("not-less");
        assertThat(validate(claim, 90).text("/reason")).isEqualTo("more-than-confirmed");
        assertThat(validate(claim, 60).status()).isEqualTo(400);
        assertThat(world.get(world.jeanne, claim).text("/state")).isEqualTo("SUBMITTED");

        assertThat(validate(claim, 45).status()).isEqualTo(200);
        assertThat(world.get(world.jeanne, claim).text("/shares/0/outcome/lessReason"))
                .isEqualTo("TIME_TOO_LONG");
    }

    @Test
    void to_keep_nothing_is_answered_with_the_refusal_that_it_is() {
        var claim = claim();
        var nothing = world.post(world.claire, claim + "/validation", """
            {"less": [{"share": "%s", "reason": "COUNTED_ELSEWHERE"}]}\
            """.formatted(
                        world.get(world.jeanne, claim).text("/shares/0/share")));

        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.text("/reason")).isEqualTo("nothing-accepted");
        assertThat(nothing.text("/next")).contains("/api/v1/contributions/{id}/refusal");
        assertThat(world.get(world.jeanne, claim).text("/state")).isEqualTo("SUBMITTED");
    }

    @Test
    void who_answers_for_a_share_that_lapsed_is_told_to_claim_it_anew() {
        var claim = world.post(world.jeanne, "/contributions", """
            {"network": "%s", "answered": ["DUPLICATE"], "title": "Relecture à deux",
             "shares": [{"kind": "review", "day": "%s", "quantity": {"session": 60}},
                        {"contributor": "member/%s", "kind": "review", "day": "%s", "quantity": {"session": 60}}]}\
            """.formatted(
                                world.network, yesterday, world.nadia.member(), yesterday))
                .header("Location");
        var nadias = world.get(world.nadia, claim)
                .json()
                .at("/shares")
                .valueStream()
                .filter(share -> share.at("/contributor").asString().endsWith("/" + world.nadia.member()))
                .findFirst()
                .orElseThrow()
                .at("/share")
                .asString();
        assertThat(world.post(world.claire, claim + "/validation", "{}").status())
                .isEqualTo(200);

        var late = world.post(world.nadia, claim + "/shares/" + nadias + "/confirmation", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("share-lapsed");
        assertThat(late.text("/next")).contains("Déclarez-la de nouveau");
    }

    @Test
    void a_question_that_has_its_answer_is_said_to_have_it() {
        var claim = claim();
        assertThat(world.post(world.jeanne, claim + "/answers", "{\"answer\": \"Une heure.\"}")
                        .text("/reason"))
                .isEqualTo("no-question-open");
        assertThat(world.post(world.claire, claim + "/clarifications", "{\"question\": \"Combien ?\"}")
                        .status())
                .isEqualTo(200);
        assertThat(world.post(world.jeanne, claim + "/answers", "{\"answer\": \"Une heure.\"}")
                        .status())
                .isEqualTo(200);

        var again = world.post(world.jeanne, claim + "/answers", "{\"answer\": \"Oui, une heure.\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("already-answered");
        assertThat(again.text("/title")).isEqualTo("Cette question a déjà sa réponse");
        assertThat(again.text("/detail")).doesNotContain("part", "attesté");
    }

    private ApiWorld.Answer validate(String claim, int minutes) {
        return world.post(world.claire, claim + "/validation", """
            {"less": [{"share": "%s", "accepted": {"session": %d}, "reason": "TIME_TOO_LONG"}]}\
            """.formatted(
                        world.get(world.jeanne, claim).text("/shares/0/share"), minutes));
    }

    /** An hour of Jeanne's, which she confirms by claiming it. */
    private String claim() {
        var made = world.post(world.jeanne, "/contributions", """
            {"network": "%s", "answered": ["DUPLICATE"], "title": "Relecture",
             "shares": [{"kind": "review", "day": "%s", "quantity": {"session": 60}}]}\
            """.formatted(world.network, yesterday));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made.header("Location");
    }
}
