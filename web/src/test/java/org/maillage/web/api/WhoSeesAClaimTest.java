package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.api.ApiWorld.Somebody;
import org.maillage.web.signin.DemoPeople;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A claim is there for those whom it concerns, and for nobody else. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesAClaimTest {

    @Autowired
    ApplicationContext program;

    @LocalServerPort
    int port;

    private ApiWorld world;

    @BeforeAll
    void found_networks() {
        world = new ApiWorld(program);
        var allowed = world.send(
                world.paul.token(),
                "PUT",
                "/networks/" + world.below + "/parent-decisions",
                "{\"allowed\": true}",
                _ -> {});
        assertThat(allowed.status()).as(allowed.response().body()).isEqualTo(200);
    }

    @Test
    void a_coordinator_of_the_parent_decides_what_was_entrusted_to_them() {
        var claim = entrusted(1);

        assertThat(world.get(world.claire, claim).text("/entrustedTo"))
                .isEqualTo(world.claire.member().toString());
        assertThat(world.get(world.odile, claim).status()).isEqualTo(404);
        assertThat(world.get(world.jeanne, claim).status()).isEqualTo(404);
        var decided = world.post(world.claire, claim + "/validation", "{}");
        assertThat(decided.status()).as(decided.response().body()).isEqualTo(200);
        assertThat(decided.header("ETag")).isNotEmpty();
        assertThat(world.get(world.paul, claim).text("/state")).isEqualTo("VALIDATED");
        assertThat(world.delete(world.claire, claim + "/validation").status()).isEqualTo(200);
    }

    @Test
    void a_claim_of_a_network_below_is_unknown_until_it_is_entrusted() {
        var claim = claim(world.paul, world.below.toString(), 2).header("Location");

        assertThat(world.get(world.claire, claim).status()).isEqualTo(404);
        assertThat(world.post(world.claire, claim + "/validation", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void the_pages_list_it_at_home_and_let_them_decide() {
        var claim = entrusted(3);
        var page = "/contributions/" + claim.substring(claim.lastIndexOf('/') + 1);
        program.getBean(DemoPeople.class).offer(world.claire.person(), 1, null, "Claire", "membre", "member");
        var claire = TestNetwork.signedIn(port, "fr", world.claire.person());

        assertThat(claire.open("/").body()).contains(page);
        assertThat(claire.open(page).statusCode()).isEqualTo(200);
        var decided = claire.submit(
                page + "/validation", Map.of("key", UUID.randomUUID().toString()));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(world.get(world.paul, claim).text("/state")).isEqualTo("VALIDATED");
        assertThat(claire.open("/").body()).doesNotContain(page);
    }

    @Test
    void whoever_may_not_read_a_claim_learns_nothing_by_writing() {
        var claim = claim(world.nadia, world.network.toString(), 4).header("Location");
        long before = world.position();

        for (var what : new String[] {"/withdrawal", "/validation", "/entrustments"}) {
            assertThat(world.post(world.jeanne, claim + what, "{}").status())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(world.delete(world.jeanne, claim + "/refusal").status()).isEqualTo(404);
        assertThat(world.delete(world.jeanne, claim + "/validation").status()).isEqualTo(404);
        assertThat(world.position()).isEqualTo(before);
        assertThat(world.post(world.jeanne, claim + "/attestations", "{}").status())
                .as("a witness")
                .isEqualTo(200);
    }

    @Test
    void a_token_that_only_reads_may_ask_for_the_headers_alone() {
        var token = world.readingToken(world.jeanne);

        assertThat(world.send(token, "HEAD", "/me", null, _ -> {}).status()).isEqualTo(200);
    }

    @Test
    void a_file_belongs_to_the_claim_that_names_it() {
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        var sent = world.send(
                world.nadia.token(),
                "POST",
                "/evidence?name=feuille.pdf&network=" + world.network,
                pdf,
                r -> r.setHeader("Content-Type", "application/pdf"));
        assertThat(sent.status()).as(sent.response().body()).isEqualTo(201);
        var file = sent.text("/evidence");
        assertThat(world.get(world.claire, "/evidence/" + file).status()).isEqualTo(404);

        var files = "\"files\": [{\"evidence\": \"" + file + "\"}],";
        var made = world.post(world.nadia, "/contributions", body(world.network.toString(), 5, files));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(world.get(world.claire, "/evidence/" + file).status()).isEqualTo(200);
        assertThat(world.get(world.jeanne, "/evidence/" + file).status()).isEqualTo(404);
        var other = world.post(world.nadia, "/contributions", body(world.network.toString(), 6, files));
        assertThat(other.text("/reason")).as("of another claim").isEqualTo("unknown-evidence");
    }

    @Test
    void public_texts_do_not_name_their_authors_to_other_networks() {
        var path = "/networks/" + world.network + "/charters";
        var published = world.post(world.claire, path, "{\"version\": 1, \"text\": \"Nous sommes d’accord.\"}");
        assertThat(published.status()).as(published.response().body()).isEqualTo(201);

        assertThat(world.get(world.nadia, path).text("/0/by"))
                .isEqualTo(world.claire.member().toString());
        var foreign = world.get(world.odile, path);
        assertThat(foreign.text("/0/text")).isEqualTo("Nous sommes d’accord.");
        assertThat(foreign.response().body())
                .doesNotContain(world.claire.member().toString());
    }

    private String entrusted(int daysAgo) {
        var claim = claim(world.paul, world.below.toString(), daysAgo).header("Location");
        var entrusted = world.post(world.paul, claim + "/entrustments", "{}");
        assertThat(entrusted.status()).as(entrusted.response().body()).isEqualTo(200);
        return claim;
    }

    private Answer claim(Somebody who, String network, int daysAgo) {
        var made = world.post(who, "/contributions", body(network, daysAgo, ""));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made;
    }

    private static String body(String network, int daysAgo, String more) {
        return """
            {"network": "%s", %s "shares": [
             {"kind": "workshop-led", "day": "%s", "quantity": {"session": 60}}]}\
            """.formatted(
                        network, more, LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(daysAgo));
    }
}
