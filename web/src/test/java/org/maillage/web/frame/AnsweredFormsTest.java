package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that was not taken is answered by a page of an address of its own, which can be opened again. */
@RunningProgram
class AnsweredFormsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser nadia;

    /** A form that comes back; {@code shown} was typed into it. */
    private record Sent(String path, Map<String, String> fields, String shown) {}

    @BeforeEach
    void nadia_has_signed_in() {
        jdbc.sql("delete from web.form_answer").update();
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void the_page_of_a_refused_form_opens_again_as_it_was_for_whoever_sent_it() {
        var claim = network.claim(made, made.nadia());
        for (var form : List.of(
                new Sent("/declarer", Map.of("sentence", "Huit personnes."), "Huit personnes."),
                new Sent(
                        "/merci",
                        Map.of("qui", "Personne de ce nom", "amount", "2", "step", "relire"),
                        "Personne de ce nom"),
                new Sent("/contributions/" + claim + "/reponse", Map.of("words", "À la mairie."), "À la mairie."))) {
            var answer = nadia.submit(form.path(), keyed(form.fields()));

            assertThat(answer.statusCode()).as(form.path()).isBetween(400, 422);
            assertThat(answer.uri().getPath()).as(form.path()).startsWith("/reponse/");
            var again = nadia.open(answer.uri().getPath());
            assertThat(again.statusCode()).isEqualTo(answer.statusCode());
            assertThat(again.body()).isEqualTo(answer.body()).contains(form.shown());
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .get()
                    .asString()
                    .contains("no-store");
        }
    }

    @Test
    void nobody_else_opens_it_and_the_table_tells_nothing_of_it() {
        var path = nadia.submit("/declarer", keyed(Map.of("sentence", "Huit personnes.")))
                .uri()
                .getPath();

        for (var other : new Browser[] {
            new Browser(port), TestNetwork.signedIn(port, "fr", made.claire().person())
        }) {
            var answer = other.open(path);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("Cette page n’est plus gardée").doesNotContain("Huit personnes.");
        }
        assertThat(jdbc.sql("select count(*) from web.form_answer where position('Huit' in encode(sealed,"
                                + " 'escape')) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(nadia.open(path).body()).contains("Huit personnes.");
    }

    @Test
    void a_refusal_that_a_visitor_meets_can_be_opened_again_by_them() {
        var visitor = new Browser(port);
        var answer = visitor.submit("/connexion", Map.of("email", "nadia"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.uri().getPath()).startsWith("/reponse/");
        assertThat(visitor.open(answer.uri().getPath()).statusCode()).isEqualTo(400);
    }

    @Test
    void what_was_kept_for_longer_than_an_hour_is_gone() {
        var path = nadia.submit("/declarer", keyed(Map.of("sentence", "Huit personnes.")))
                .uri()
                .getPath();
        assertThat(nadia.open(path).statusCode()).isEqualTo(400);

        jdbc.sql("update web.form_answer set expires_at = now() - interval '1 second'")
                .update();

        assertThat(nadia.open(path).statusCode()).isEqualTo(410);
    }

    @Test
    void a_script_is_answered_at_once() throws Exception {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/connexion"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Mode", "cors")
                .POST(HttpRequest.BodyPublishers.ofString("email=nadia"))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from web.form_answer")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Map<String, String> keyed(Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("key", UUID.randomUUID().toString());
        return form;
    }
}
