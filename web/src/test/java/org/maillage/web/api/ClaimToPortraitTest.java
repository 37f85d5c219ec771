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

/** The main job through the API: a claim made and validated gives its mailles, says why, and shows in the portrait. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimToPortraitTest {

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
    void a_claim_becomes_mailles_with_their_computation_and_a_portrait() {
        var me = world.get(world.jeanne, "/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/memberships/0/network")).as(me.response().body()).isEqualTo(world.network.toString());

        var claim = """
            {"network": "%s", "title": "Atelier cartes", "links": [{"address": "https://example.org/atelier"}],
             "shares": [{"kind": "workshop-led", "day": "%s", "quantity": {"session": 120}},
                        {"contributor": "member/%s", "kind": "workshop-led", "day": "%s",
                         "quantity": {"session": 90}}]}\
            """.formatted(world.network, yesterday, world.nadia.member(), yesterday);
        var made = world.post(world.jeanne, "/contributions", claim);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        var address = made.header("Location");
        assertThat(address).isEqualTo("/api/v1/contributions/" + made.text("/id"));

        var read = world.get(world.jeanne, address);
        assertThat(read.text("/state")).isEqualTo("SUBMITTED");
        assertThat(read.text("/title")).isEqualTo("Atelier cartes");
        assertThat(read.json().at("/shares")).hasSize(2);
        assertThat(read.json().at("/thread")).hasSize(1);
        assertThat(read.text("/names/" + world.nadia.member())).isEqualTo("Nadia Exemple");
        assertThat(read.header("ETag")).isEqualTo("\"" + read.text("/version") + "\"");

        var nadias = read.json()
                .at("/shares")
                .valueStream()
                .filter(share -> share.at("/contributor")
                        .asString()
                        .endsWith(world.nadia.member().toString()))
                .findFirst()
                .orElseThrow()
                .at("/share")
                .asString();
        assertThat(world.get(world.nadia, "/me/waiting-shares").text("/0/contribution"))
                .isEqualTo(made.text("/id"));
        assertThat(world.post(world.nadia, address + "/shares/" + nadias + "/confirmation", "{}")
                        .status())
                .isEqualTo(200);

        var queue = world.get(world.claire, "/networks/" + world.network + "/queue?tab=READY&kind=workshop-led");
        assertThat(queue.text("/items/0/contribution")).isEqualTo(made.text("/id"));
        var validated = world.post(world.claire, address + "/validation", "{}");
        assertThat(validated.status()).as(validated.response().body()).isEqualTo(200);

        var balance = world.get(world.jeanne, "/members/" + world.jeanne.member() + "/balance");
        assertThat(balance.json().at("/contributed/hundredths").asInt()).isEqualTo(400);
        assertThat(balance.text("/available/mailles")).isEqualTo("4.00");

        var statement = world.get(world.jeanne, "/members/" + world.jeanne.member() + "/statement");
        assertThat(statement.json().at("/items")).hasSize(1);
        assertThat(statement.text("/items/0/issue/computation")).contains("120").contains("400");
        assertThat(statement.text("/items/0/contribution")).isEqualTo(made.text("/id"));

        var portrait = world.get(world.jeanne, "/members/" + world.jeanne.member() + "/portrait");
        assertThat(portrait.json().at("/allTime/days").asInt()).isEqualTo(1);
        assertThat(portrait.json().at("/twelveMonths/shares/LEAD").asInt()).isEqualTo(10_000);
        var behind = world.get(world.jeanne, "/members/" + world.jeanne.member() + "/portrait/LEAD");
        assertThat(behind.text("/items/0/contribution")).isEqualTo(made.text("/id"));

        var thanks = world.post(world.jeanne, "/transfers", """
            {"network": "%s", "to": "member/%s", "hundredths": 150, "words": "Merci"}\
            """.formatted(world.network, world.nadia.member()));
        assertThat(thanks.status()).as(thanks.response().body()).isEqualTo(201);
        assertThat(world.get(world.nadia, "/members/" + world.nadia.member() + "/balance")
                        .text("/available/mailles"))
                .isEqualTo("4.50");

        assertThat(world.delete(world.claire, address + "/validation").status()).isEqualTo(200);
        assertThat(world.get(world.jeanne, address).text("/state")).isEqualTo("SUBMITTED");
        assertThat(world.get(world.jeanne, "/members/" + world.jeanne.member() + "/balance")
                        .json()
                        .at("/contributed/hundredths")
                        .asInt())
                .isZero();
    }

    @Test
    void nobody_else_reads_mailles_or_portrait_not_even_a_coordinator() {
        for (var path : new String[] {"/balance", "/statement", "/portrait", "/portrait/LEAD"}) {
            var address = "/members/" + world.jeanne.member() + path;
            assertThat(world.get(world.claire, address).status()).as(path).isEqualTo(403);
            assertThat(world.get(world.claire, address).text("/reason")).isEqualTo("not-yours");
            assertThat(world.get(world.odile, address).status()).as(path).isEqualTo(404);
        }
    }
}
