package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maillage.web.testing.Letters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A network comes to life: people are invited and join, coordinators are appointed, tariff and charter are written. */
class NetworkJourneyTest extends BrowserJourney {

    private static final Pattern LETTER = Pattern.compile("(/rejoindre\\?jeton=\\S+)");

    @Autowired
    JdbcClient jdbc;

    static Stream<Device> devices() {
        return Stream.of(
                Device.DESKTOP,
                Device.PHONE.dark().withoutScripts(),
                Device.PHONE,
                Device.DESKTOP.dark().in("en"));
    }

    @Test
    void who_is_in_two_networks_changes_in_the_header_on_a_large_screen_and_in_their_menu_on_a_phone() {
        for (var device : List.of(Device.DESKTOP, Device.PHONE)) {
            var first = network.make();
            var second = network.make();
            network.joins(second.network(), first.nadia(), "Nadia D.");
            var nadia = signedIn(first.nadia().person(), device);
            nadia.click("a[href='/contributions'] >> visible=true");
            var menu = device.equals(Device.PHONE) ? ".entete-moi" : ".entete-choix";
            nadia.click(menu + " summary");
            var name = nadia.textContent(".entete-moi summary").contains("Nadia D.") ? "Nadia" : "Nadia D.";
            var way = nadia.locator(menu + " button[name=network]");
            assertThat(way.isVisible()).isTrue();
            assertThat(Axe.faults(nadia)).as("open menu").isEmpty();
            shoot(nadia, "reseaux-" + device.width());
            nadia.keyboard().press("Escape");
            assertThat(way.isVisible()).isFalse();
            nadia.click(menu + " summary");
            way.click();
            nadia.waitForSelector("main >> text=Vous êtes maintenant " + name + ", dans «\u00a0Val d’Arcelle\u00a0».");
            shoot(nadia, "reseau-choisi-" + device.width());
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void somebody_is_invited_joins_and_is_appointed(Device device) {
        var made = network.make();
        var email = UUID.randomUUID() + "@exemple.fr";
        var claire = signedIn(made.claire().person(), device);
        claire.navigate(site("/coordination/membres"));
        claire.click("main a.bouton-principal");
        claire.fill("#name", "Rosa Modèle");
        claire.fill("#email", email);
        shoot(claire, name(device, "inviter"));
        claire.click("form[action='/coordination/membres/invitations'] button");
        claire.waitForURL(site("/coordination/membres"));
        assertThat(main(claire)).contains("Rosa Modèle");

        var rosa = visitor(device);
        rosa.navigate(site(letterTo(email)));
        assertThat(main(rosa)).contains("Val d’Arcelle");
        shoot(rosa, name(device, "rejoindre"));
        rosa.click("main form button");
        rosa.waitForURL(site("/"));
        rosa.navigate(site("/membres"));
        assertThat(main(rosa)).contains("Rosa Modèle", "Claire");
        shoot(rosa, name(device, "annuaire"));

        claire.navigate(site("/coordination/membres"));
        shoot(claire, name(device, "membres"));
        claire.click("a.releve-titre:has-text('Rosa')");
        shoot(claire, name(device, "membre"));
        claire.click("form[action$='/coordination'] button");
        assertThat(main(claire)).contains("Rosa Modèle");
        rosa.navigate(site("/coordination/valider"));
        assertThat(rosa.querySelector("main h1")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void a_tariff_version_is_written_previewed_and_adopted_and_anyone_reads_it(Device device) {
        var made = network.make();
        var claire = signedIn(made.claire().person(), device);
        claire.navigate(site("/bareme"));
        shoot(claire, name(device, "bareme"));
        claire.click("main a.bouton-principal");
        claire.fill("#effective", today().plusDays(5).toString());
        claire.click("details:has(#rate-workshop-led) > summary");
        claire.fill("#rate-workshop-led", "2,5");
        claire.fill("#workshop-led-LEAD", "50");
        claire.click("form[action='/bareme/apercu'] .formulaire-pied button");
        assertThat(claire.textContent(".resume-erreurs")).contains("50");
        shoot(claire, name(device, "bareme-erreur"));
        // What is wrong is unfolded.
        claire.fill("#workshop-led-SPREAD", "50");
        claire.click("form[action='/bareme/apercu'] .formulaire-pied button");
        assertThat(main(claire))
                .contains(
                        french(device)
                                ? "Rien ne change pour les mailles déjà reçues"
                                : "Nothing changes for the mailles");
        shoot(claire, name(device, "bareme-apercu"));
        claire.reload();
        claire.click("main a.bouton-secondaire[href*='cle=']");
        assertThat(claire.inputValue("#rate-workshop-led")).isEqualTo("2,5");
        claire.click("form[action='/bareme/apercu'] .formulaire-pied button");
        claire.click("form[action='/bareme'] button.bouton-principal");
        claire.waitForURL(site("/bareme/2"));
        shoot(claire, name(device, "bareme-2"));

        var anyone = visitor(device);
        anyone.navigate(site("/bareme/2?reseau=" + made.network()));
        assertThat(main(anyone)).contains(french(device) ? "2,5\u00a0mailles par heure" : "2.5\u00a0mailles an hour");
        assertThat(main(anyone)).doesNotContain("Claire");
        anyone.navigate(site("/reseau?reseau=" + made.network()));
        shoot(anyone, name(device, "reseau"));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void a_charter_is_published_and_signed(Device device) {
        var made = network.make();
        var claire = signedIn(made.claire().person(), device);
        publish(
                claire,
                "L’éducation n’est pas une marchandise.\nOn se voit tous les mois.\nChacun apporte ce qu’il peut.");
        publish(
                claire,
                "L’éducation n’est pas une marchandise.\nOn se voit chaque semaine.\nChacun apporte ce qu’il peut.");
        var nadia = signedIn(made.nadia().person(), device);
        nadia.navigate(site("/charte"));
        assertThat(nadia.textContent("main ins")).contains("On se voit chaque semaine.");
        assertThat(nadia.textContent("main del")).contains("On se voit tous les mois.");
        shoot(nadia, name(device, "charte"));
        nadia.click("form[action='/charte/signature'] button");
        assertThat(nadia.querySelector("form[action='/charte/signature']")).isNull();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void an_administrator_looks_into_the_journal_and_follows_a_rebuild(Device device) {
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        var ali = signedIn(made.ali(), device);
        ali.navigate(site("/administration/journal?reseau=" + made.network()));
        shoot(ali, name(device, "journal"));
        ali.selectOption("#nom", "contribution.validated");
        ali.click("form[action='/administration/journal'] button");
        ali.click("main tbody a");
        assertThat(main(ali))
                .contains("contribution.validated.1", "credit.issued.1")
                .doesNotContain("Nadia");
        shoot(ali, name(device, "evenement"));
        ali.navigate(site("/administration"));
        shoot(ali, name(device, "administration"));
        ali.click("form[action='/administration/reconstruction'] button");
        ali.waitForURL(site("/administration/sante"));
        // With scripts the part is asked for again, without them the page itself is.
        ali.waitForCondition(() -> main(ali).contains(french(device) ? "Reconstruites" : "Rebuilt"));
        shoot(ali, name(device, "sante"));
    }

    private void publish(Page claire, String text) {
        claire.navigate(site("/charte/nouvelle"));
        claire.fill("#text", text);
        claire.click("form[action='/charte/apercu'] button");
        claire.click("form[action='/charte'] button");
        claire.waitForURL(site("/charte"));
    }

    private String letterTo(String email) {
        var body = Letters.to(email, jdbc).getLast();
        var found = LETTER.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static boolean french(Device device) {
        return device.language().equals("fr");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static String name(Device device, String page) {
        return "network/" + page + "-" + device.width() + "-" + device.language() + "-"
                + device.colours().name().toLowerCase(java.util.Locale.ROOT) + (device.scripts() ? "" : "-sans-script");
    }
}
