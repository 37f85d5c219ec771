package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.web.testing.TestNetwork;

class MaillesJourneyTest extends BrowserJourney {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_validated_says_why_and_shows_in_the_portrait_with_and_without_scripts(boolean scripts) {
        var made = made();
        var nadia = signedIn(made.nadia().person(), scripts ? Device.DESKTOP : Device.DESKTOP.withoutScripts());

        nadia.click("nav.menu a[href='/mailles']");
        assertThat(main(nadia)).contains("Mailles disponibles", "+4");
        nadia.click(".releve summary");
        assertThat(nadia.isVisible("text=2\u00a0h\u00a0×\u00a02 (animer, barème n°\u00a01) =\u00a04\u00a0mailles"))
                .isTrue();
        shoot(nadia, "mailles-releve");
        nadia.click(".releve-liens a[href^='/mailles/']");
        assertThat(main(nadia)).contains("L’événement dans le registre", "credit.issued.1");
        shoot(nadia, "mailles-ligne");

        nadia.navigate(site("/portrait"));
        assertThat(main(nadia)).contains("animer 100\u00a0%", "La fleur vous compare à vous-même");
        shoot(nadia, "portrait");
        nadia.click(".portrait-lien");
        nadia.click(".releve a.releve-titre");
        assertThat(nadia.url()).contains("/contributions/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_thank_you_is_read_over_and_sent_with_and_without_scripts(boolean scripts) {
        var made = made();
        var nadia = signedIn(made.nadia().person(), scripts ? Device.PHONE : Device.PHONE.withoutScripts());
        nadia.navigate(site("/merci"));
        nadia.fill("#qui", "Claire");
        nadia.fill("#amount", "2");
        nadia.fill("#words", "Merci pour la salle");
        shoot(nadia, "merci-telephone");
        nadia.click("main button.bouton-principal");
        assertThat(main(nadia)).contains("Vous donnez 2\u00a0mailles à Claire.", "Il vous en restera 2.");
        shoot(nadia, "merci-relire-telephone");
        assertThat(nadia.url()).contains("/merci/relire?cle=");
        nadia.click("main a.bouton-secondaire");
        assertThat(nadia.inputValue("#words")).isEqualTo("Merci pour la salle");
        nadia.click("main button.bouton-principal");
        nadia.click("button[value=envoyer]");
        assertThat(nadia.url()).isEqualTo(site("/mailles"));
        assertThat(main(nadia)).contains("Vous avez donné 2\u00a0mailles à Claire.", "Merci à Claire");
        nadia.goBack();
        assertThat(main(nadia)).as("going back is no broken page").contains("Il n’y a plus rien à relire");
    }

    @Test
    void a_profile_is_published_seen_by_a_stranger_and_withdrawn() {
        var made = made();
        var nadia = signedIn(made.nadia().person());
        nadia.navigate(site("/moi/visibilite"));
        var pseudo = "nadia-" + made.network().toString().substring(24);
        nadia.fill("#pseudo", pseudo);
        nadia.click("text=Garder cette adresse");
        press(nadia, "PAGE", "EVERYONE");
        press(nadia, "NAME", "EVERYONE");
        press(nadia, "FLOWER", "EVERYONE");
        assertThat(nadia.textContent(".apercu")).contains("Nadia", "animer 100");
        shoot(nadia, "visibilite");

        var stranger = visitor(Device.PHONE);
        stranger.navigate(site("/p/" + pseudo));
        assertThat(main(stranger)).contains("Nadia", "animer 100\u00a0%").doesNotContain("Val d’Arcelle");
        shoot(stranger, "profil-public-telephone");

        press(nadia, "NAME", "SELF");
        stranger.reload();
        assertThat(main(stranger)).contains(pseudo).doesNotContain("Nadia");
    }

    @Test
    void it_all_reads_in_english() {
        var made = made();
        var nadia = signedIn(made.nadia().person(), Device.PHONE.in("en"));
        nadia.navigate(site("/mailles"));
        nadia.click(".releve summary");
        assertThat(main(nadia))
                .contains("Available mailles", "2\u00a0h\u00a0×\u00a02 (lead, tariff no. 1) =\u00a04\u00a0mailles");
        nadia.navigate(site("/portrait"));
        assertThat(main(nadia))
                .contains("Over twelve months, 1 day of contribution counted, one for each kind and day: lead 100");
        nadia.navigate(site("/moi"));
        assertThat(main(nadia)).contains("Who you are here", "Leave the network");
    }

    private TestNetwork.Made made() {
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        return made;
    }

    private static void press(Page page, String item, String audience) {
        page.click("form[action='/moi/visibilite/" + item + "'] button[value=" + audience + "]");
    }
}
