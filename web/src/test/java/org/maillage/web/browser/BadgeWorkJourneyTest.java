package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maillage.badge.Badges;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;

/** Coordinators define a badge, see whom it would concern, award it, look at one again and take it back. */
class BadgeWorkJourneyTest extends BrowserJourney {

    @Autowired
    Badges badges;

    static Stream<Device> devices() {
        return Stream.of(Device.DESKTOP, Device.PHONE.dark().withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void a_badge_is_defined_awarded_reviewed_and_taken_back(Device device) {
        var scripts = device.equals(Device.DESKTOP);
        var made = network.make();
        var claim = network.claim(made, made.nadia(), "Premiers pas sur smartphone");
        network.validate(made, claim);
        var claire = signedIn(made.claire().person(), device);

        claire.navigate(site("/coordination/badges"));
        shoot(claire, "travail-liste-" + scripts);
        claire.click("main a:has-text('Définir un badge')");
        texts(claire);
        claire.selectOption("#add-r", "HOURS");
        claire.click("button[value='add:r']");
        claire.fill("#wanted-r-1", "2");
        assertThat(claire.inputValue("#nameFr")).isEqualTo("Tenir la porte ouverte");
        claire.selectOption("#add-r", "ANY");
        claire.click("button[value='add:r']");
        claire.waitForSelector("#wanted-r-2-0");
        if (!scripts) {
            claire.click("button[value=preview]:not(.hors-ecran)");
        }
        claire.waitForSelector(".apercu-comptes");
        assertThat(claire.textContent("#apercu"))
                .contains("Une personne l’aurait aujourd’hui.", "Sur une personne qui a une contribution validée.");
        shoot(claire, "travail-formulaire-" + scripts);
        claire.click("button[value='remove:r-2']");
        claire.waitForSelector(
                "#what-r-2",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        claire.click(".formulaire-pied button[value=send]");
        assertThat(main(claire)).contains("le badge est défini", "Tenir la porte ouverte", "2\u00a0h de contributions");
        shoot(claire, "travail-badge-" + scripts);

        claire.navigate(site("/coordination/badges"));
        claire.click("main a:has-text('Animer, premiers pas')");
        claire.click("main a:has-text('Attribuer à la main')");
        claire.fill("#qui", "nad");
        if (!scripts) {
            claire.click("button[value=search]");
        }
        claire.waitForSelector("input[name=member]");
        claire.check("input[name=member]", new Page.CheckOptions().setForce(true));
        claire.fill("#narrative", "Elle a tenu la permanence tout l’été.");
        shoot(claire, "travail-attribuer-" + scripts);
        claire.click(".formulaire-pied button[value=send]");
        assertThat(main(claire)).contains("Le badge est attribué à Nadia");

        var nadia = signedIn(made.nadia().person(), device);
        nadia.navigate(site("/badges"));
        assertThat(main(nadia)).contains("À accepter", "Animer, premiers pas", "Première contribution");
        nadia.click("li:has-text('Première contribution') form[action$=acceptation] button");
        nadia.click("li:has-text('Première contribution') form[action$=publication] button");
        nadia.click("main .badge-nom:has-text('Première contribution')");
        nadia.click("main a:has-text('Voir la page publique')");
        var open = nadia.url();

        claire.navigate(site("/contributions/" + claim));
        reverse(claire, claim.toString());
        TestNetwork.quiet(badges);
        claire.navigate(site("/coordination/badges/a-revoir"));
        assertThat(main(claire)).contains("Première contribution, de Nadia", "ne compte plus");
        shoot(claire, "travail-a-revoir-" + scripts);
        claire.click("main .releve-titre:has-text('Première contribution')");
        assertThat(main(claire)).contains("À revoir depuis");
        shoot(claire, "travail-attribution-" + scripts);
        claire.click("summary:has-text('Le retirer pour de bon')");
        claire.selectOption("#reason", "CONTRIBUTIONS_TAKEN_BACK");
        claire.fill("#published", "L’atelier n’a pas eu lieu.");
        claire.click("main form[action$=retrait] button");
        assertThat(main(claire)).contains("Le badge est retiré", "L’atelier n’a pas eu lieu.");

        var visitor = visitor(device);
        visitor.navigate(open);
        assertThat(main(visitor)).contains("n’est plus valable depuis", "L’atelier n’a pas eu lieu.");
        shoot(visitor, "travail-retire-" + scripts);
    }

    private static void texts(Page page) {
        for (var language : new String[] {"Fr", "En"}) {
            page.fill("#name" + language, language.equals("Fr") ? "Tenir la porte ouverte" : "Keeping the door open");
            page.fill("#description" + language, "Est là, et revient.");
            page.fill("#criteria" + language, "Une contribution, deux heures.");
        }
    }

    private static void reverse(Page page, String claim) {
        page.selectOption("#motif-validation-annulee", "MISTAKE");
        page.click("form[action='/contributions/" + claim + "/validation-annulee'] button");
    }
}
