package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadgeJourneyTest extends BrowserJourney {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_contribution_becomes_a_badge_that_anybody_verifies(boolean scripts) {
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia(), "Premiers pas sur smartphone"));
        var device = scripts ? Device.DESKTOP : Device.PHONE.withoutScripts();
        var nadia = signedIn(made.nadia().person(), device);
        nadia.navigate(site("/moi/visibilite"));
        nadia.click("form[action='/moi/visibilite/NAME'] button[value=EVERYONE]");
        nadia.click("form[action='/moi/visibilite/CONTRIBUTIONS'] button[value=EVERYONE]");

        nadia.navigate(site("/badges"));
        assertThat(main(nadia)).contains("À accepter", "Première contribution", "Les prochains");
        shoot(nadia, "badges-" + scripts);
        nadia.click("main form[action$=acceptation] button");
        assertThat(main(nadia)).contains("c’est accepté", "Visible de vous seulement");
        nadia.click("main form[action$=publication] button");
        nadia.click("main .badge-nom");
        assertThat(main(nadia)).contains("Pourquoi je l’ai", "Premiers pas sur smartphone", "L’emporter");
        shoot(nadia, "badge-mien-" + scripts);
        nadia.click("main a:has-text('Voir la page publique')");
        var page = nadia.url();

        var visitor = visitor(device);
        visitor.navigate(page);
        assertThat(main(visitor)).contains("Nadia", "Première contribution", "Premiers pas sur smartphone");
        shoot(visitor, "badge-public-" + scripts);
        visitor.click("summary:has-text('Télécharger')");
        assertThat(visitor.isVisible("a[href$='.pdf']")).isTrue();
        visitor.click("text=Vérifier par vous-même");
        assertThat(visitor.url()).contains("/v/");
        assertThat(main(visitor)).containsIgnoringCase("révo").contains("Première contribution");
        shoot(visitor, "verifier-" + scripts);
        visitor.navigate(page + "/integrer");
        assertThat(main(visitor)).contains("Première contribution");
        shoot(visitor, "badge-integre-" + scripts);
    }
}
