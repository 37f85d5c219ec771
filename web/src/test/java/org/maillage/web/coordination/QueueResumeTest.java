package org.maillage.web.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.State;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator whose session ended while they decided is back where they were, and nothing is decided. */
@RunningProgram
class QueueResumeTest {

    private static final String QUEUE = "/coordination/valider";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    private TestNetwork.Made made;
    private ContributionId claim;
    private ContributionId other;
    private String author;
    private final Map<String, String> place = Map.of("onglet", "READY", "text", "nadia", "suite", "");

    @BeforeEach
    void claire_was_signed_in() {
        made = network.make();
        other = network.claim(made, made.nadia(), "Café numérique");
        claim = network.claim(made, made.nadia(), "Relecture commune");
        author = TestNetwork.signedIn(port, "fr", made.claire().person()).author();
    }

    @Test
    void who_pressed_validate_is_back_at_the_same_claim_and_filter_and_reads_that_nothing_was_sent() {
        var away = new Browser(port);
        var asked = send(away, "/" + claim + "/validation", Map.of());
        assertThat(asked.uri().getPath()).isEqualTo("/connexion");

        var back = signIn(away);

        assertThat(back.uri().getPath()).isEqualTo(QUEUE);
        assertThat(back.uri().getQuery()).isEqualTo("text=nadia&choisie=" + claim);
        assertThat(back.body())
                .contains("Votre session ou votre réseau avait changé\u00a0: rien n’a été envoyé")
                .contains("data-id=\"" + claim + "\"", "/" + claim + "/validation");
        assertThat(state()).isEqualTo(State.SUBMITTED);
        assertThat(away.open("/reprise").uri().getPath()).as("said once").isEqualTo("/");
    }

    @Test
    void a_refusal_opens_again_with_its_reason_and_its_words_and_is_forgotten_once_it_is_sent() {
        var away = new Browser(port);
        var written = Map.of("reason", "DUPLICATE", "words", "Elle y est depuis mardi.");
        var key = UUID.randomUUID().toString();
        send(away, "/" + claim + "/refus", with(written, "key", key));

        var back = signIn(away);

        assertThat(back.body())
                .contains("Refuser cette contribution", "Votre session ou votre réseau avait changé")
                .contains("value=\"DUPLICATE\" checked=\"checked\"", "Elle y est depuis mardi.</textarea>")
                .contains("name=\"key\" value=\"" + key + "\"");
        assertThat(state()).isEqualTo(State.SUBMITTED);
        assertThat(away.submit(QUEUE + "/" + claim + "/refus", with(written, "key", key))
                        .body())
                .contains("est refusée.");
        assertThat(away.open("/reprise").uri().getPath()).isEqualTo("/");
    }

    @Test
    void a_decision_on_the_queue_behind_leaves_what_was_written_as_it_is() {
        var away = new Browser(port);
        var written = Map.of(
                "reason",
                "DUPLICATE",
                "words",
                "Elle y est depuis mardi.",
                "key",
                UUID.randomUUID().toString());
        send(away, "/" + claim + "/refus", written);
        var back = signIn(away).body();
        var behind = Browser.first(
                Pattern.compile(
                        "action=\"" + QUEUE + "/[^\"]+/validation\"[^>]*>.*?name=\"key\" value=\"([^\"]+)\"",
                        Pattern.DOTALL),
                back);

        assertThat(away.submit(QUEUE + "/" + other + "/validation", with(place, "key", behind))
                        .body())
                .contains("est validée.");

        assertThat(away.open("/reprise").body()).contains("Elle y est depuis mardi.</textarea>");
        assertThat(away.submit(QUEUE + "/" + claim + "/refus", written).body()).contains("est refusée.");
        assertThat(away.open("/reprise").uri().getPath()).isEqualTo("/");
    }

    @Test
    void what_was_asked_and_how_much_was_accepted_open_again_too() {
        var asking = new Browser(port);
        send(asking, "/precision", Map.of("chosen", claim.toString(), "question", "WHERE", "words", "Et quand ?"));
        assertThat(signIn(asking).body())
                .contains("Votre session ou votre réseau avait changé", "Et quand ?</textarea>")
                .contains("value=\"WHERE\" checked=\"checked\"");

        var share = views.contributions()
                .find(made.network(), claim, AsOf.NOW)
                .orElseThrow()
                .shares()
                .getFirst()
                .share();
        var reducing = new Browser(port);
        send(reducing, "/" + claim + "/moins", Map.of("heures-" + share, "1", "motif-" + share, "TIME_TOO_LONG"));
        assertThat(signIn(reducing).body())
                .contains("Accepter pour moins", "Votre session ou votre réseau avait changé")
                .contains("value=\"TIME_TOO_LONG\" selected=\"selected\"");
        assertThat(state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void those_that_were_ticked_together_are_ticked_again() {
        var away = new Browser(port);
        send(away, "/choisies", Map.of("chosen", claim.toString()));

        assertThat(signIn(away).body())
                .contains("Votre session ou votre réseau avait changé")
                .containsPattern("value=\"" + claim + "\"[^>]* checked=\"checked\"");
        assertThat(state()).isEqualTo(State.SUBMITTED);
    }

    private HttpResponse<String> send(Browser browser, String form, Map<String, String> fields) {
        var all = new HashMap<>(place);
        all.put("key", UUID.randomUUID().toString());
        all.putAll(fields);
        all.put("_auteur", author);
        return browser.submit(QUEUE + form, all);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private HttpResponse<String> signIn(Browser browser) {
        return browser.submit(
                "/connexion/demonstration",
                Map.of("person", made.claire().person().toString()));
    }

    private State state() {
        return views.contributions()
                .find(made.network(), claim, AsOf.NOW)
                .orElseThrow()
                .state();
    }
}
