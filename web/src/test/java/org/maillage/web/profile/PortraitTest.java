package org.maillage.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class PortraitTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    TestNetwork.Made made;
    ContributionId claim;
    Browser nadia;

    @BeforeEach
    void a_workshop_of_hers_is_validated() {
        made = network.make();
        claim = network.claim(made, made.nadia());
        network.validate(made, claim);
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void it_is_a_flower_a_sentence_and_a_table_of_all_eight_roles_in_their_order() {
        var page = nadia.open("/portrait").body();

        assertThat(page)
                .contains(
                        "class=\"fleur\"",
                        "Sur douze mois, 1 jour de contribution compté, un par genre et par jour\u00a0: animer"
                                + " 100\u00a0%.")
                .contains("La fleur vous compare à vous-même, pas aux autres.");
        assertThat(page.substring(page.indexOf("<table")))
                .containsSubsequence(
                        "animer", "accompagner", "créer", "tester", "relire", "diffuser", "mettre en lien", "équiper");
        assertThat(nadia.open("/portrait?periode=toujours").body()).contains("Depuis le début, 1 jour");
    }

    @Test
    void a_kind_that_touches_two_roles_shows_what_its_days_count_for() {
        var other = network.claim(made, made.nadia(), "Compte rendu", "documentation");
        network.validate(made, other);

        var page = nadia.open("/portrait").body();

        assertThat(page)
                .contains("animer 50\u00a0%, créer 25\u00a0%, diffuser 25\u00a0%")
                .contains("ses jours comptés sur vos 2 jours");
        assertThat(page.split("comptés 0,5", -1)).as("créer and diffuser").hasSize(3);
    }

    @Test
    void each_role_opens_the_contributions_that_make_it() {
        assertThat(nadia.open("/portrait").body())
                .contains("/portrait/roles/LEAD?")
                .doesNotContain("/portrait/roles/TEST");
        assertThat(nadia.open("/portrait/roles/LEAD").body())
                .contains("/contributions/" + claim, "Atelier animé", "compte en entier");
        assertThat(nadia.open("/portrait/roles/TEST").body()).contains("Aucune contribution de cette période");
        assertThat(nadia.open("/portrait/roles/MOON").statusCode()).isEqualTo(404);
    }

    @Test
    void it_can_be_read_as_of_a_day_and_a_day_that_is_none_is_said_beside_the_field() {
        assertThat(nadia.open("/portrait?date=2020-01-31").body())
                .contains("vendredi 31 janvier 2020", "Il se dessine dès qu’une première contribution")
                .doesNotContain("portrait-grand");
        assertThat(nadia.open("/portrait?date=9000-01-01").body())
                .contains("date-erreur", "pas encore venu", "Voici aujourd’hui", "portrait-grand");
        assertThat(nadia.open("/portrait?date=bientot").statusCode()).isEqualTo(400);
        var role = nadia.open("/portrait/roles/LEAD?date=bientot");
        assertThat(role.statusCode()).isEqualTo(400);
        assertThat(role.body()).contains("Cette date ne se lit pas", "Voici aujourd’hui", "/contributions/" + claim);
    }

    @Test
    void nobody_else_sees_it_unless_it_is_shown_not_even_the_coordination() {
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());

        assertThat(claire.open("/portrait/" + made.nadia().member()).statusCode())
                .isEqualTo(404);
        assertThat(nadia.open("/portrait/" + made.nadia().member()).uri().getPath())
                .isEqualTo("/portrait");
    }
}
