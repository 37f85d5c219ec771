package org.maillage.web.badges.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;

/** A member asks the coordination to look at a badge, and reads its answer. */
class QuestionPagesTest extends BadgesWorld {

    private static final Pattern ANSWER = Pattern.compile("(/coordination/badges/questions/[0-9a-f-]{36})");

    private String path;

    @BeforeEach
    void a_badge_that_nadia_misses() {
        path = "/badges/questions/" + BadgeDefinitionId.shipped(made.network(), "lead.first-steps");
    }

    @Test
    void what_a_member_asks_is_answered_by_a_coordinator_and_read_by_that_member_alone() {
        assertThat(nadia.open("/badges").body()).contains(path);
        var sent = nadia.submit(path, Map.of("key", key(), "text", "Il manque mon atelier de mai."));
        assertThat(sent.body()).contains("C’est envoyé.", "Il manque mon atelier de mai.", "n’a pas encore répondu");
        nadia.submit(path, Map.of("key", key(), "text", "Il manque mes deux ateliers."));

        var list = claire.open("/coordination/badges/a-revoir").body();
        assertThat(list)
                .contains("Animer, premiers pas, de Nadia", "Il manque mes deux ateliers.", "class=\"compte\"")
                .doesNotContain("atelier de mai");
        var way = Browser.first(ANSWER, list);
        assertThat(claire.submit(way, Map.of("words", " ")).body()).contains("Rien n’est envoyé");
        assertThat(claire.submit(way, Map.of("words", "Déclarez-les, je valide."))
                        .body())
                .contains("C’est répondu")
                .doesNotContain("Il manque mes deux ateliers.");
        assertThat(claire.submit(way, Map.of("words", "Encore.")).body()).contains("Quelqu’un vient de répondre.");
        assertThat(nadia.open(path).body())
                .contains("Déclarez-les, je valide.", "Répondu le")
                .doesNotContain("Encore.");
        assertThat(claire.open(path).body()).doesNotContain("Déclarez-les");

        nadia.submit(path, Map.of("key", key(), "text", "Merci."));
        assertThat(claire.open("/coordination/badges/a-revoir").body()).contains("Merci.");
    }

    @Test
    void what_cannot_be_read_is_said_beside_the_field_and_nothing_is_kept() {
        for (var wrong : java.util.List.of(" ", "a".repeat(1_001))) {
            var answer = nadia.submit(path, Map.of("key", key(), "text", wrong));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("text-erreur");
        }
        assertThat(claire.open("/coordination/badges/a-revoir").body()).contains("Rien à revoir");
        assertThat(nadia.open("/badges/questions/" + java.util.UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobody_answers_their_own_question_or_that_of_another_network() {
        claire.submit(path, Map.of("key", key(), "text", "Et le mien ?"));
        var list = claire.open("/coordination/badges/a-revoir").body();
        assertThat(list).contains("Et le mien").doesNotContain("Répondre");
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        var way = Browser.first(
                ANSWER, samir.open("/coordination/badges/a-revoir").body());
        assertThat(claire.submit(way, Map.of("words", "Oui.")).statusCode()).isEqualTo(403);
        var elsewhere = TestNetwork.signedIn(port, "fr", network.make().claire().person());
        assertThat(elsewhere.submit(way, Map.of("words", "Oui.")).body()).contains("Quelqu’un vient de répondre.");
        assertThat(elsewhere.open("/coordination/badges/a-revoir").body()).doesNotContain("Et le mien");
        assertThat(samir.open("/coordination/badges/a-revoir").body()).contains("Et le mien");
        assertThat(nadia.submit(way, Map.of("words", "Oui.")).statusCode()).isEqualTo(403);
    }
}
