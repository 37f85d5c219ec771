package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody sees when what they sent was not taken: words beside what they typed, which stays. */
class RefusedFormJourneyTest extends BrowserJourney {

    @Autowired
    Projections views;

    @Test
    void a_claim_whose_form_is_of_a_session_before_is_said_above_it_and_the_next_press_sends_it() {
        var made = network.make();
        var nadia = filled(signedIn(made.nadia().person(), Device.PHONE));
        // An estimate on the way would bring a new token before the press.
        nadia.route("**/estimation", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        nadia.evaluate("document.querySelectorAll('[name=_csrf]').forEach(field => field.value = 'stale')");
        nadia.click("#envoyer");
        nadia.waitForSelector(".refus-ici");

        assertThat(nadia.textContent(".refus-ici")).contains("Cette page est d’une session d’avant");
        assertThat(nadia.inputValue("#sentence")).isEqualTo("Huit personnes.");
        assertThat(nadia.evaluate("document.activeElement.className"))
                .asString()
                .contains("refus-ici");
        assertThat(Axe.faults(nadia)).as("refus").isEmpty();
        shoot(nadia, "refus-telephone");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");
        assertThat(main(nadia)).contains("C’est envoyé", "Huit personnes.");
    }

    @Test
    void a_claim_sent_after_the_session_ended_is_there_after_signing_in_again() {
        var made = network.make();
        var nadia = filled(signedIn(made.nadia().person(), Device.PHONE));
        nadia.context().clearCookies();
        nadia.click("label.puce:has(input[name=duration][value='60'])");
        assertThat(nadia.inputValue("#sentence"))
                .as("an estimate takes nobody away")
                .isEqualTo("Huit personnes.");
        nadia.click("#envoyer");
        nadia.waitForURL("**/connexion");
        assertThat(main(nadia)).contains("gardé pendant une heure", "S’il est de vous");
        nadia.click("button[name=person][value='" + made.nadia().person() + "']");
        nadia.waitForURL("**/declarer/reprise");
        assertThat(nadia.inputValue("#sentence")).isEqualTo("Huit personnes.");
        nadia.click("#envoyer");
        nadia.waitForURL("**/contributions/*");
        assertThat(main(nadia)).contains("C’est envoyé");
    }

    @Test
    void an_answer_sent_after_the_session_ended_is_below_its_question_and_can_be_gone_to_or_left() {
        var made = network.make();
        var claim = network.claim(made, made.nadia(), "Premiers pas");
        var claire = signedIn(made.claire().person(), Device.DESKTOP);
        claire.navigate(site("/contributions/" + claim));
        claire.fill("#mots-precision", "Combien étiez-vous ?");
        claire.click("form:has(#mots-precision) button");
        claire.waitForSelector(".message-succes");

        var nadia = signedIn(made.nadia().person(), Device.PHONE);
        nadia.navigate(site("/contributions/" + claim));
        nadia.fill("#mots-reponse", "Nous étions six.");
        nadia.context().clearCookies();
        nadia.click("form:has(#mots-reponse) button");
        nadia.waitForURL("**/connexion");
        nadia.click("button[name=person][value='" + made.nadia().person() + "']");
        nadia.waitForURL("**/contributions/" + claim + "?reprise");
        assertThat(main(nadia)).contains("rien n’a été envoyé", "Combien étiez-vous ?");
        assertThat(nadia.inputValue("#mots-reponse")).isEqualTo("Nous étions six.");
        assertThat(Axe.faults(nadia)).as("taken back").isEmpty();
        shoot(nadia, "reprise-telephone");
        nadia.click("text=Aller à votre texte");
        assertThat(nadia.url()).endsWith("#mots-reponse");

        nadia.click("text=Ne pas envoyer");
        nadia.waitForURL(site("/"));
        assertThat(main(nadia)).contains("plus rien n’est gardé");
    }

    @Test
    void what_one_person_wrote_and_another_sent_leads_to_a_whole_page_of_the_other_and_waits_for_the_first() {
        var made = network.make();
        var form = filled(signedIn(made.nadia().person(), Device.PHONE));
        var tab = form.context().newPage();
        signInAt(tab, made.claire());
        form.click("#envoyer");
        form.waitForURL("**/reprise/personne?gardee=true");
        assertThat(form.textContent(".entete-moi")).contains("Claire").doesNotContain("Nadia");
        assertThat(main(form))
                .contains("n’est plus connectée ici", "Vous êtes maintenant Claire")
                .doesNotContain("Huit");
        assertThat(Axe.faults(form)).as("form of somebody else").isEmpty();
        shoot(form, "autre-personne-telephone");

        signInAt(form, made.nadia());
        form.waitForURL("**/declarer/reprise");
        assertThat(form.inputValue("#sentence")).isEqualTo("Huit personnes.");
        form.click("#envoyer");
        form.waitForURL("**/contributions/*");
        assertThat(main(form)).contains("C’est envoyé");
        assertThat(views.contributions()
                        .ofMember(made.network(), made.claire().member(), AsOf.NOW, null, 9)
                        .items())
                .isEmpty();
    }

    @Test
    void a_part_that_somebody_elses_page_asks_for_brings_the_whole_page_with_the_name_above_it() {
        var made = network.make();
        network.claim(made, made.nadia(), "Premiers pas");
        var list = signedIn(made.nadia().person(), Device.DESKTOP);
        list.navigate(site("/contributions"));
        assertThat(list.textContent(".entete-moi")).contains("Nadia");
        signInAt(list.context().newPage(), made.claire());
        list.fill("#texte", "pas");
        list.waitForCondition(() -> list.textContent(".entete-moi").contains("Claire"));
        assertThat(main(list)).doesNotContain("Premiers pas");
    }

    private void signInAt(Page page, TestNetwork.Someone someone) {
        page.navigate(site("/connexion"));
        page.click("button[name=person][value='" + someone.person() + "']");
        page.waitForURL(url -> !url.endsWith("/connexion"));
    }

    @Test
    void an_answer_that_is_no_page_of_the_program_is_said_in_words_too() {
        var made = network.make();
        var nadia = filled(signedIn(made.nadia().person(), Device.PHONE));
        nadia.route("**/declarer", route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(new Route.FulfillOptions().setStatus(404).setBody(""));
            } else {
                route.resume();
            }
        });
        nadia.click("#envoyer");
        nadia.waitForSelector(".refus-ici");
        assertThat(nadia.textContent(".refus-ici")).contains("n’a pas répondu", "est resté sur la page");
        assertThat(nadia.inputValue("#sentence")).isEqualTo("Huit personnes.");
    }

    @Test
    void a_claim_sent_without_a_connection_is_kept_on_the_phone_and_leaves_once_when_it_is_back() {
        var made = network.make();
        var nadia = filled(signedIn(made.nadia().person(), Device.PHONE));
        without(nadia, true);
        nadia.click("#envoyer");
        nadia.waitForSelector(".refus-ici");
        assertThat(nadia.textContent(".refus-ici"))
                .contains("Sans connexion\u00a0: gardée sur ce téléphone, elle partira au retour de la connexion.");
        shoot(nadia, "sans-connexion-telephone");

        without(nadia, false);
        nadia.waitForURL("**/contributions/*");

        assertThat(main(nadia)).contains("C’est envoyé", "Huit personnes.");
        nadia.navigate(site("/contributions"));
        assertThat(nadia.isHidden("#attente")).isTrue();
        assertThat(views.contributions()
                        .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 9)
                        .items())
                .hasSize(1);
    }

    @Test
    void what_waits_on_the_phone_is_shown_to_its_author_alone() {
        var made = network.make();
        var nadia = filled(signedIn(made.nadia().person(), Device.PHONE));
        nadia.evaluate("addEventListener('online', event => event.stopImmediatePropagation(), true)");
        without(nadia, true);
        nadia.click("#envoyer");
        nadia.waitForSelector(".refus-ici");
        nadia.evaluate("localStorage.setItem('maillage.attente',"
                + " localStorage.getItem('maillage.attente').replace('\"asked\":false', '\"asked\":true'))");
        without(nadia, false);

        nadia.navigate(site("/contributions"));
        assertThat(nadia.textContent("#attente")).contains("J’ai animé", "2\u00a0h", "à compléter");
        shoot(nadia, "attente-telephone");
        assertThat(Axe.faults(nadia)).as("attente").isEmpty();
        nadia.click("#attente a");
        nadia.waitForCondition(() -> nadia.inputValue("#sentence").equals("Huit personnes."));

        nadia.context().clearCookies();
        nadia.navigate(site("/connexion"));
        nadia.click("button[name=person][value='" + made.claire().person() + "']");
        nadia.waitForURL(site("/"));
        nadia.navigate(site("/contributions"));
        assertThat(nadia.isHidden("#attente")).isTrue();
    }

    @Test
    void without_scripts_going_back_to_a_form_that_was_refused_shows_it_again_as_it_was() {
        var made = network.make();
        var nadia = signedIn(made.nadia().person(), Device.PHONE.withoutScripts());
        nadia.navigate(site("/declarer"));
        nadia.click("summary:has-text('En une phrase')");
        nadia.fill("#sentence", "Huit personnes.");
        nadia.click("#envoyer");
        assertThat(main(nadia)).contains("Choisissez ce que vous avez fait.");

        nadia.navigate(site("/contributions"));
        nadia.goBack();
        assertThat(main(nadia)).contains("Choisissez ce que vous avez fait.", "Huit personnes.");
        nadia.reload();
        assertThat(main(nadia)).contains("Choisissez ce que vous avez fait.", "Huit personnes.");

        nadia.click("label.tuile[data-role=LEAD]");
        nadia.click("label.puce:has(input[name=duration][value='120'])");
        nadia.click("#envoyer");
        assertThat(main(nadia)).contains("C’est envoyé", "Huit personnes.");
    }

    private Page filled(Page page) {
        page.navigate(site("/declarer"));
        page.click("label.tuile[data-role=LEAD]");
        page.click("label.puce:has(input[name=duration][value='120'])");
        page.waitForSelector("#estime .envoi-pourquoi");
        page.click("summary:has-text('En une phrase')");
        page.fill("#sentence", "Huit personnes.");
        return page;
    }

    private static void without(Page page, boolean offline) {
        page.context().setOffline(offline);
    }
}
