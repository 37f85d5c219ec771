package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claiming on a phone: new, again, with others who confirm by a link. */
class ClaimJourneyTest extends BrowserJourney {

    private static final Pattern LINK = Pattern.compile("(/ma-part\\?jeton=\\S+)");

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_verb_a_duration_and_one_press_claim_above_the_fold_and_a_card_does_it_again() {
        var made = network.make();
        var nadia = signedIn(made.nadia().person(), Device.PHONE);
        nadia.navigate(site("/declarer"));
        assertSeen(nadia.locator("label.tuile[data-role=EQUIP]"), nadia);
        assertSeen(nadia.locator("label.puce:has(input[value='120'])"), nadia);
        assertSeen(nadia.locator("#envoyer"), nadia);

        nadia.click("label.tuile[data-role=LEAD]");
        nadia.click("label.puce:has(input[name=duration][value='120'])");
        nadia.waitForSelector("#estime .envoi-pourquoi");
        assertThat(nadia.textContent("#estime")).contains("4", "mailles", "pour vous");
        nadia.click("#estime summary");
        assertThat(nadia.textContent("#estime")).contains("Barème n°\u00a01", "animer, par heure");
        assertThat(Axe.faults(nadia)).as("declarer-telephone").isEmpty();
        shoot(nadia, "declarer-telephone");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");
        assertThat(main(nadia)).contains("C’est envoyé", "Atelier animé");

        nadia.navigate(site("/declarer"));
        nadia.click("label.tuile[data-role=LEAD]");
        assertThat(nadia.locator("#kind-LEAD").isVisible()).isTrue();
        var day = nadia.locator("label.puce:has(input[name=when])").last().boundingBox();
        assertThat(day.y + day.height)
                .as("its kinds hide no question behind what sends")
                .isLessThanOrEqualTo(nadia.locator(".envoi").boundingBox().y);
        nadia.click(".modele");
        nadia.waitForURL("**refaire=*");
        assertSeen(nadia.locator("#envoyer"), nadia);
        nadia.click("#envoyer");
        nadia.waitForSelector("input[name=duplicate]");
        assertThat(main(nadia)).contains("Est-ce la même");
        nadia.check("input[name=duplicate]");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");

        nadia.navigate(site("/contributions"));
        assertThat(nadia.locator(".mois .releve > li").count()).isEqualTo(2);
        nadia.locator(".ligne-actes summary").first().click();
        nadia.waitForSelector(".ligne-actes .fil li");
        assertThat(nadia.textContent(".ligne-actes .fil")).contains("Nadia déclare la contribution");
        assertThat(Axe.faults(nadia)).as("contributions-telephone").isEmpty();
        shoot(nadia, "contributions-telephone");
    }

    @Test
    void a_claim_is_sent_without_loading_a_page_whole_and_the_focus_goes_to_what_is_new() {
        var made = network.make();
        var nadia = signedIn(made.nadia().person(), Device.PHONE);
        nadia.navigate(site("/declarer"));
        nadia.evaluate("window.same = true");
        nadia.click("#envoyer");
        nadia.waitForSelector(".resume-erreurs:focus");

        nadia.click("label.tuile[data-role=LEAD]");
        nadia.click("label.puce:has(input[name=duration][value=other])");
        nadia.fill("#hours", "13");
        nadia.click("#envoyer");
        nadia.waitForSelector(".message:focus [name=longDay]");
        nadia.check("input[name=longDay]");
        nadia.click("#envoyer");

        nadia.waitForURL("**/contributions/*");
        nadia.waitForSelector("h1:focus");
        assertThat(nadia.textContent("h1")).contains("Atelier animé");
        assertThat(nadia.textContent("#annonce")).contains("C’est envoyé");
        assertThat(nadia.locator("[role=status], [aria-live]").count()).isOne();
        assertThat(nadia.evaluate("window.same"))
                .as("the page was not loaded whole")
                .isEqualTo(true);
        assertThat(nadia.title()).contains("Atelier animé");
        assertThat(nadia.getAttribute("#navigation-bas [href='/contributions']", "aria-current"))
                .isEqualTo("page");
        assertThat(nadia.locator(".barre").isVisible()).isTrue();
        assertThat(Axe.faults(nadia)).as("in its place").isEmpty();

        nadia.navigate(site("/declarer"));
        nadia.evaluate("window.same = true");
        nadia.click(".modele");
        nadia.waitForURL("**refaire=*");
        nadia.waitForSelector("h1:focus");
        nadia.click("#envoyer");
        nadia.waitForSelector(".resume-erreurs:focus");
        assertThat(nadia.evaluate("window.same")).isEqualTo(true);
    }

    @Test
    void a_claim_of_several_with_a_photo_is_confirmed_by_the_link_of_a_letter() {
        var made = network.make();
        var email = UUID.randomUUID() + "@exemple.fr";
        var nadia = signedIn(made.nadia().person(), Device.PHONE);
        nadia.navigate(site("/declarer"));
        nadia.click("label.tuile[data-role=COMPANION]");
        nadia.click("label.puce:has(input[name=duration][value='60'])");
        nadia.click("summary:has-text('Avec qui')");
        nadia.locator("#who").pressSequentially("clair");
        nadia.click("#trouvees button:has-text('Claire')");
        nadia.waitForSelector(".equipier:has-text('Claire')");
        nadia.locator("#who").pressSequentially("Jeanne Roux");
        nadia.click("#trouvees button:has-text('Jeanne Roux')");
        nadia.waitForSelector("#email-new-1");
        nadia.fill("#email-new-1", email);
        nadia.click("summary:has-text('Une trace')");
        nadia.setInputFiles("#photo", new FilePayload("salle.png", "image/png", picture()));
        assertThat(Axe.faults(nadia)).as("declarer-a-plusieurs").isEmpty();
        shoot(nadia, "declarer-a-plusieurs");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");
        assertThat(main(nadia)).contains("C’est envoyé", "Claire", "Jeanne Roux");
        assertThat(nadia.evaluate("document.querySelector('.vignette img').alt"))
                .isEqualTo("Photo jointe\u00a0: salle.png");
        nadia.locator(".vignette img").scrollIntoViewIfNeeded();
        nadia.waitForFunction("document.querySelector('.vignette img').naturalWidth > 0");
        var claim = nadia.url();

        var jeanne = visitor(Device.PHONE);
        var letter = jdbc.sql("select body from web.mailbox where recipient = ?")
                .param(email)
                .query(String.class)
                .single();
        jeanne.navigate(site(Browser.first(LINK, letter)));
        assertThat(main(jeanne)).contains("Nadia dit que vous avez accompagné ensemble, 1\u00a0h.");
        assertThat(Axe.faults(jeanne)).as("ma-part").isEmpty();
        shoot(jeanne, "ma-part-telephone");
        jeanne.click("button[value=EXACT]");
        jeanne.waitForURL("**/ma-part/merci");
        assertThat(main(jeanne)).contains("Merci, c’est noté");

        nadia.navigate(claim);
        assertThat(main(nadia)).contains("Jeanne Roux confirme sa part.");
    }

    @Test
    void without_scripts_somebody_is_found_the_computation_is_shown_and_the_claim_is_sent() {
        var made = network.make();
        var nadia =
                signedIn(made.nadia().person(), Device.PHONE.withoutScripts().dark());
        nadia.navigate(site("/declarer"));
        nadia.click("label.tuile[data-role=CONNECT]");
        nadia.selectOption("#kind-CONNECT", "governance");
        nadia.click("label.puce:has(input[name=duration][value=other])");
        nadia.fill("#hours", "1");
        nadia.fill("#minutes", "15");
        nadia.click("summary:has-text('Avec qui')");
        nadia.fill("#who", "claire");
        nadia.click("button[value=search]");
        nadia.click("#trouvees button:has-text('Claire')");
        assertThat(nadia.locator(".equipier").textContent()).contains("Claire");
        assertThat(nadia.inputValue("#minutes")).isEqualTo("15");
        nadia.click("button[value=estimate]");
        assertThat(nadia.textContent("#estime")).contains("Pourquoi 2,5", "mettre en lien, par heure");
        shoot(nadia, "declarer-sans-script-sombre");
        nadia.click("#envoyer");
        assertThat(nadia.url()).contains("/contributions/");
        assertThat(main(nadia)).contains("C’est envoyé", "Gouvernance", "1\u00a0h\u00a015", "Claire");
        nadia.navigate(site("/contributions"));
        shoot(nadia, "contributions-sombre");
    }

    @Test
    void in_english_a_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
        var made = network.make();
        var nadia = signedIn(made.nadia().person(), Device.DESKTOP.in("en"));
        nadia.navigate(site("/declarer"));
        assertThat(main(nadia)).contains("What did you bring?", "I led", "For how long?");
        nadia.click("label.puce:has(input[name=duration][value='90'])");
        nadia.click("summary:has-text('In a sentence')");
        nadia.fill("#sentence", "Eight people came.");
        nadia.click("#envoyer");
        nadia.waitForSelector(".resume-erreurs");
        assertThat(main(nadia)).contains("Choose what you did.");
        assertThat(nadia.evaluate("document.activeElement.className")).isEqualTo("resume-erreurs");
        assertThat(nadia.inputValue("#sentence")).isEqualTo("Eight people came.");
        assertThat(Axe.faults(nadia)).as("claim-desktop-error").isEmpty();
        shoot(nadia, "claim-desktop-error");
        nadia.click("label.tuile[data-role=TEST]");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");
        assertThat(main(nadia)).contains("It is sent.", "1\u00a0h\u00a030");
        nadia.navigate(site("/contributions"));
        assertThat(main(nadia)).contains("My knitted year");
        nadia.selectOption("select[name=etat]", "VALIDATED");
        nadia.waitForSelector("#mois .vide");
        assertThat(nadia.url()).contains("etat=VALIDATED");
        assertThat(Axe.faults(nadia)).as("contributions-desktop").isEmpty();
        shoot(nadia, "contributions-desktop");
    }

    private static void assertSeen(Locator what, Page page) {
        var box = what.boundingBox();
        assertThat(box.y + box.height).as("%s is above the fold", what).isLessThanOrEqualTo(page.viewportSize().height);
    }

    private static byte[] picture() {
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(20, 20, Color.RED.getRGB());
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
