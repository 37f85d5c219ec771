package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneyTest extends BrowserJourney {

    @Test
    void a_claim_becomes_mailles_that_say_why_and_a_portrait() {
        var made = network.make();
        var nadia = signedIn(made.nadia().person());
        nadia.navigate(site("/declarer"));
        nadia.click("label.tuile[data-role=LEAD]");
        nadia.click("label.puce:has(input[name=duration][value='120'])");
        nadia.click("summary:has-text('En une phrase')");
        nadia.fill("#title", "Premiers pas sur smartphone");
        shoot(nadia, "1-declarer");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");
        assertThat(main(nadia)).contains("C’est envoyé", "envoyée", "Premiers pas sur smartphone");
        var claim = nadia.url();

        var claire = signedIn(made.claire().person());
        claire.navigate(site("/coordination/valider"));
        assertThat(main(claire)).contains("Prêtes à valider", "Nadia");
        shoot(claire, "2-valider");
        claire.check("input[name=chosen]");
        claire.click(".lot .bouton-lot");
        claire.waitForSelector(".file-note");
        assertThat(main(claire)).contains("1 validée");

        nadia.navigate(site("/mailles"));
        nadia.click("details.releve-ligne, .releve details summary");
        assertThat(main(nadia)).contains("Atelier animé", "120 min × 200 / 60 = 400", "barème n°\u00a01");
        shoot(nadia, "3-mailles");
        nadia.navigate(claim);
        assertThat(main(nadia)).contains("validée", "Claire valide la contribution");
        assertThat(nadia.innerText("main"))
                .as("why, in words; as the event states it only where it is unfolded")
                .contains("Le compte", "(animer, barème n°", "Dans le portrait de rôles", "Voir le barème")
                .doesNotContain("120 min × 200");
        shoot(nadia, "4-contribution");
        nadia.navigate(site("/"));
        assertThat(main(nadia)).contains("animer", "100", "La fleur vous compare à vous-même");
        assertThat(nadia.querySelectorAll("main .portrait svg")).isNotEmpty();
        shoot(nadia, "5-portrait");
    }
}
