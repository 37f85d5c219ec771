package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
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

/** Words about a claim that come after somebody else's: said beside them, on the claim's page, and they stay. */
@RunningProgram
class LateWordsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    private TestNetwork.Made made;
    private ContributionId claim;
    private Browser nadia;
    private Browser claire;

    @BeforeEach
    void nadia_has_claimed() {
        made = network.make();
        claim = network.claim(made, made.nadia());
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    @Test
    void an_answer_to_a_question_that_was_answered_stays_beside_what_happened() {
        send(claire, "precision", Map.of("words", "Où était-ce ?"));
        assertThat(send(nadia, "reponse", Map.of("words", "À la médiathèque.")).statusCode())
                .isEqualTo(200);

        var late = send(nadia, "reponse", Map.of("words", "À la mairie."));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Nadia a déjà répondu à cette question.", "reste ici pour que vous puissiez le copier")
                .contains("À la mairie.</textarea>", "id=\"mots-reponse-erreur\"", "href=\"#mots-reponse\"")
                .contains("Ce qui s’est passé", "À la médiathèque.", "Votre texte arrive trop tard")
                .containsPattern("<textarea[^>]*name=\"words\"[^>]*readonly")
                .doesNotContain("Ce n’est pas possible", "Quelque chose reste à corriger");
        assertThat(views.contributions()
                        .find(made.network(), claim, AsOf.NOW)
                        .orElseThrow()
                        .thread())
                .filteredOn(step -> "À la mairie.".equals(step.text()))
                .isEmpty();
    }

    @Test
    void an_answer_to_a_claim_that_was_decided_stays_beside_who_decided() {
        send(claire, "precision", Map.of("words", "Où était-ce ?"));
        send(nadia, "reponse", Map.of("words", "À la médiathèque."));
        send(claire, "validation", Map.of());

        var late = send(nadia, "reponse", Map.of("words", "À la mairie."));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Claire vient de valider cette contribution.", "À la mairie.</textarea>");
    }

    @Test
    void a_refusal_of_a_claim_that_was_decided_keeps_its_reason_and_its_words() {
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        network.validate(made, claim);

        var late = send(samir, "refus", Map.of("reason", "DUPLICATE", "words", "Elle y est depuis mardi."));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Claire vient de valider cette contribution.", "Elle y est depuis mardi.</textarea>")
                .containsPattern("value=\"DUPLICATE\" selected=\"selected\"");
        assertThat(views.contributions()
                        .find(made.network(), claim, AsOf.NOW)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.VALIDATED);
    }

    private HttpResponse<String> send(Browser browser, String what, Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("key", UUID.randomUUID().toString());
        return browser.submit("/contributions/" + claim + "/" + what, form);
    }
}
