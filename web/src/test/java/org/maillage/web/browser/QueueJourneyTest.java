package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.web.testing.TestNetwork;

/** Clearing the queue: by keys, together with others, several at once, and without scripts. */
class QueueJourneyTest extends BrowserJourney {

    private static final String QUEUE = "/coordination/valider";
    private static final long ALL = Long.MAX_VALUE;

    private TestNetwork.Made made;

    @BeforeEach
    void a_network() {
        made = network.make();
    }

    @Test
    void one_item_one_key_next_item_without_loading_the_page_again() {
        network.claim(made, made.nadia(), "Un");
        var two = network.claim(made, made.nadia(), "Deux");
        var three = network.claim(made, made.nadia(), "Trois");
        var claire = queue(Device.DESKTOP, made.claire());
        claire.evaluate("window.kept = true");

        claire.keyboard().press("v");
        besideIs(claire, two);
        assertThat(claire.textContent(".menu [aria-current=page] .compte")).isEqualTo("2");
        assertThat(claire.textContent(".file-note")).contains("Un\u00a0» est validée.");
        assertThat(claire.textContent("#annonce")).contains("Un\u00a0» est validée.");
        assertThat(claire.evaluate("document.activeElement.id")).isEqualTo("d-titre");
        claire.keyboard().press("z");
        claire.waitForSelector("#file .ligne:nth-child(3)");
        assertThat(claire.textContent(".file-note")).contains("de nouveau ouverte");
        claire.keyboard().press("j");
        besideIs(claire, two);
        claire.keyboard().press("j");
        besideIs(claire, three);
        claire.keyboard().press("x");
        assertThat(claire.textContent("#choisies")).contains("1 sélectionnée, 4 mailles");
        claire.keyboard().press("k");
        besideIs(claire, two);
        assertThat(claire.isChecked("input[value='" + three + "']")).isTrue();
        assertThat(claire.evaluate("document.activeElement.id")).isEqualTo("d-titre");

        claire.keyboard().press("p");
        claire.waitForSelector("dialog:modal");
        claire.keyboard().press("v");
        assertThat(claire.isVisible("dialog:modal"))
                .as("no key acts behind a dialog")
                .isTrue();
        claire.keyboard().press("Escape");
        gone(claire, "dialog[data-modal]");
        besideIs(claire, two);
        claire.keyboard().press("p");
        claire.waitForSelector("dialog:modal");
        claire.check("input[value='WITH_WHOM']");
        claire.fill("#mots", "jkxvprz?");
        claire.keyboard().press("Tab");
        claire.keyboard().press("Tab");
        claire.keyboard().press("Enter");
        claire.waitForSelector(".file-note >> text=la question est envoyée");
        besideIs(claire, three);

        claire.keyboard().press("?");
        claire.waitForSelector("#touches:modal");
        claire.click("#touches button.bouton-secondaire");
        claire.waitForSelector("#travail[data-touches=false]");
        assertThat(claire.isVisible("#valider .touche"))
                .as("no key is named that does nothing")
                .isFalse();
        var before = claire.url();
        claire.keyboard().press("v");
        claire.keyboard().press("r");
        assertThat(claire.url()).isEqualTo(before);
        assertThat(claire.querySelectorAll("#file .ligne")).hasSize(2);
        assertThat(claire.evaluate("window.kept"))
                .as("the page was never loaded again")
                .isEqualTo(true);
    }

    @Test
    void several_at_once_say_what_became_of_each() {
        network.claim(made, made.nadia(), "Un");
        network.claim(made, made.nadia(), "Deux");
        network.claim(made, made.nadia(), "Trois");
        var asked = network.claim(made, made.nadia(), "Quatre");
        var claire = queue(Device.DESKTOP, made.claire());
        claire.check("#toutes input");
        assertThat(claire.textContent("#choisies")).contains("4 sélectionnées, 16 mailles");
        var samir = signedIn(network.coordinator(made, "Samir").person());
        samir.navigate(site(QUEUE + "/precision?chosen=" + asked));
        samir.check("input[value='WHERE']");
        samir.click("dialog[data-modal] .bouton-principal");
        samir.waitForSelector(".file-note");

        claire.click(".lot .bouton-lot");
        claire.waitForSelector("h2.reste");

        assertThat(main(claire))
                .contains("3 validées. 1 laissée de côté\u00a0: précision demandée entre-temps.")
                .contains("Samir vient de demander une précision.");
        assertThat(claire.evaluate("document.activeElement.className")).isEqualTo("reste");
        assertThat(claire.evaluate("document.activeElement.getBoundingClientRect().top > 0"))
                .isEqualTo(true);
        claire.click(".onglets a >> text=Précision demandée");
        claire.waitForSelector(".ligne[data-id='" + asked + "']");
        shoot(claire, "queue-asked");
    }

    @Test
    void several_are_asked_the_same_question() {
        network.claim(made, made.nadia(), "Un");
        network.claim(made, made.nadia(), "Deux");
        var claire = queue(Device.DESKTOP, made.claire());
        claire.check("#toutes input");
        claire.click(".lot .bouton-lot-2");
        claire.waitForSelector("dialog:modal");
        assertThat(claire.textContent("dialog:modal")).contains("Un", "Deux");
        claire.click("dialog[data-modal] .bouton-principal");
        claire.waitForSelector("dialog[data-modal] .champ-erreur");
        assertThat(claire.evaluate("document.activeElement.id")).isEqualTo("mots");
        claire.check("input[value='TRACE']");
        claire.click("dialog[data-modal] .bouton-principal");
        claire.waitForSelector(".file-note >> text=2 questions envoyées.");
        assertThat(claire.querySelectorAll("#file .ligne")).isEmpty();
    }

    @Test
    void of_two_coordinators_the_second_is_told_who_came_first() {
        var claim = network.claim(made, made.nadia(), "Un");
        var next = network.claim(made, made.nadia(), "Deux");
        var claire = queue(Device.DESKTOP, made.claire());
        var samir = queue(Device.DESKTOP, network.coordinator(made, "Samir"));
        besideIs(samir, claim);
        claire.keyboard().press("v");
        besideIs(claire, next);

        samir.keyboard().press("v");

        besideIs(samir, next);
        assertThat(main(samir)).contains("Claire vient de la valider. Rien à faire.");
        assertThat(samir.textContent("#annonce")).contains("Claire vient de la valider.");
        shoot(samir, "queue-second");
    }

    @Test
    void a_question_over_what_somebody_decided_meanwhile_does_not_open_and_words_that_come_late_stay() {
        var claim = network.claim(made, made.nadia(), "Un");
        var next = network.claim(made, made.nadia(), "Deux");
        var claire = queue(Device.DESKTOP, made.claire());
        var samir = queue(Device.DESKTOP, network.coordinator(made, "Samir"));
        var late = queue(Device.DESKTOP, network.coordinator(made, "Awa"));
        besideIs(samir, claim);
        late.keyboard().press("r");
        late.waitForSelector("dialog:modal");
        assertThat(late.evaluate("getComputedStyle(document.documentElement).overflowY"))
                .as("the queue stands still behind the question")
                .isEqualTo("hidden");
        late.check("input[value='DUPLICATE']");
        late.fill("#mots", "Bonjour Nadia, elle y est deux fois.");
        claire.keyboard().press("v");
        besideIs(claire, next);

        samir.keyboard().press("r");
        late.click("dialog:modal .bouton-refus");

        samir.waitForSelector("text=Claire vient de la valider. Rien à faire.");
        assertThat(samir.locator("dialog:modal").count()).isZero();
        late.waitForSelector("#ecrit");
        assertThat(late.inputValue("#ecrit")).isEqualTo("Bonjour Nadia, elle y est deux fois.");
        assertThat(main(late)).contains("Claire vient de la valider. Rien à faire.");
    }

    @Test
    void ones_own_claims_stand_last_say_so_and_are_not_selected_with_the_others() {
        var own = network.claim(made, made.claire(), "Le mien");
        var other = network.claim(made, made.nadia(), "Un");
        var claire = queue(Device.DESKTOP, made.claire());
        besideIs(claire, other);
        assertThat(claire.textContent(".ligne:nth-child(2)")).contains("Le mien", "La vôtre\u00a0:");
        assertThat(claire.textContent(".ligne:nth-child(1)")).doesNotContain("La vôtre");
        claire.check("#toutes input");
        assertThat(claire.textContent("#choisies")).contains("1 sélectionnée, 4 mailles");
        claire.click(".lot .bouton-lot");
        claire.waitForSelector(".file-note >> text=1 validée.");
        besideIs(claire, own);
        shoot(claire, "queue-own");
    }

    @Test
    void where_all_is_ones_own_nothing_is_offered_to_be_selected() {
        network.claim(made, made.claire(), "Le mien");
        var claire = queue(Device.DESKTOP, made.claire());
        assertThat(claire.textContent("#file")).contains("Le mien", "La vôtre\u00a0:");
        assertThat(claire.locator("#toutes, .lot").count()).isZero();
        claire.keyboard().press("x");
        claire.keyboard().press("j");
        assertThat(main(claire)).contains("Le mien");
    }

    @Test
    void what_was_undone_together_is_selected_no_more_and_its_last_row_shows_above_what_says_so() {
        for (var device : List.of(Device.DESKTOP, Device.DESKTOP.sized(1200, 720), Device.PHONE)) {
            made = network.make();
            for (int i = 1; i <= 12; i++) {
                network.claim(made, made.nadia(), "Atelier " + i, 1 + i / 5);
            }
            var claire = queue(device, made.claire());
            claire.check("#toutes input");
            claire.click(".lot .bouton-lot");
            claire.waitForSelector(".file-note >> text=12 validées.");
            claire.click(".file-note button");
            claire.waitForSelector(".file-note >> text=12 de nouveau ouvertes.");
            gone(claire, ".htmx-request, .htmx-swapping, .htmx-settling");

            assertThat(claire.locator("input[name=chosen]").count()).isEqualTo(12);
            assertThat(claire.locator("input[name=chosen]:checked").count()).isZero();
            claire.locator(".ligne").last().scrollIntoViewIfNeeded();
            assertThat(claire.evaluate("""
                () => {
                  const title = [...document.querySelectorAll('.ligne-titre')].at(-1).getBoundingClientRect();
                  const at = document.elementFromPoint(title.left + 5, title.bottom - 2);
                  return at?.closest('.ligne') === [...document.querySelectorAll('.ligne')].at(-1);
                }
                """)).as("last row on %s", device).isEqualTo(true);
            shoot(claire, "queue-undone-" + device.width());
        }
    }

    @Test
    void the_last_of_a_filtered_list_leaves_what_was_done_and_nothing_empty() {
        for (var device : List.of(Device.DESKTOP, Device.PHONE)) {
            made = network.make();
            network.claim(made, made.nadia(), "Seule de son nom");
            var claire = queue(device, made.claire());
            claire.fill("#filtre", "seule");
            claire.press("#filtre", "Enter");
            claire.waitForSelector(".vide, .ligne");
            claire.check("input[name=chosen]");
            claire.click(".lot .bouton-lot");
            claire.waitForSelector(".file-note >> text=1 validée.");
            gone(claire, ".htmx-request, .htmx-swapping, .htmx-settling");

            assertThat(claire.locator(".ligne").count()).isZero();
            assertThat(claire.locator(".file-note").boundingBox().height).isLessThan(80);
            assertThat(claire.locator("#travail :is(#file, #detail)").all().stream()
                            .map(Locator::boundingBox)
                            .filter(box -> box != null && box.height > 80))
                    .as("empty cards on %s", device)
                    .isEmpty();
            shoot(claire, "queue-last-" + device.width());
        }
    }

    @Test
    void on_a_phone_each_state_and_the_filter_show_without_scrolling_aside() {
        network.claim(made, made.nadia(), "Un");
        for (var width : List.of(390, 320)) {
            var claire = queue(Device.PHONE.sized(width, 844), made.claire());
            var shown = claire.locator(".onglets a, #filtre").all().stream()
                    .map(Locator::boundingBox)
                    .toList();
            assertThat(shown).hasSize(5).allSatisfy(box -> {
                assertThat(box.x).isGreaterThanOrEqualTo(0);
                assertThat(box.x + box.width).isLessThanOrEqualTo(width);
            });
        }
    }

    @Test
    void a_key_on_ones_own_claim_says_why_nothing_is_decided() {
        network.claim(made, made.claire(), "Le mien");
        var claire = queue(Device.DESKTOP, made.claire());
        for (var key : new String[] {"v", "r"}) {
            claire.keyboard().press(key);
            claire.waitForSelector("#annonce:has-text('votre propre contribution')");
        }
    }

    @Test
    void a_decline_is_appealed_and_another_coordinator_decides() {
        var claim = network.claim(made, made.nadia(), "Un");
        var claire = queue(Device.DESKTOP, made.claire());
        claire.keyboard().press("r");
        claire.waitForSelector("dialog:modal");
        claire.click("dialog[data-modal] .bouton-refus");
        claire.waitForSelector("dialog[data-modal] .champ-erreur");
        claire.check("input[value='DURATION_DIFFERS']");
        claire.fill("#mots", "Bonjour Nadia, personne d’autre n’y était.");
        claire.click("dialog[data-modal] .bouton-refus");
        claire.waitForSelector(".file-note >> text=est refusée");

        var nadia = signedIn(made.nadia().person());
        nadia.navigate(site("/contributions/" + claim));
        assertThat(main(nadia)).contains("personne d’autre n’y était");
        nadia.request()
                .post(
                        site("/contributions/" + claim + "/recours"),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("key", UUID.randomUUID().toString())
                                        .set("words", "La médiathèque peut le dire.")
                                        .set("_auteur", nadia.getAttribute("input[name=_auteur]", "value"))
                                        .set("_csrf", nadia.getAttribute("input[name=_csrf]", "value"))));
        claire.navigate(site(QUEUE + "?onglet=LOOK_CLOSER"));
        assertThat(main(claire)).contains("Un second avis est demandé.", "Vous avez refusé cette contribution.");
        var samir = signedIn(network.coordinator(made, "Samir").person());
        samir.navigate(site(QUEUE + "?onglet=LOOK_CLOSER"));
        assertThat(main(samir)).contains("La médiathèque peut le dire.");
        samir.keyboard().press("v");
        samir.waitForSelector(".file-note >> text=est validée");
        nadia.reload();
        assertThat(main(nadia)).contains("validée", "Samir valide la contribution");
    }

    @Test
    void a_kind_is_validated_together_once_it_was_asked_with_scripts_and_without() {
        for (var device : List.of(Device.DESKTOP, Device.PHONE.withoutScripts())) {
            network.claim(made, made.nadia(), "Un");
            network.claim(made, made.nadia(), "Deux");
            var claire = queue(device, made.claire());
            claire.navigate(site(QUEUE + "?text=atelier"));
            claire.click("text=Valider les 2 de ce genre…");
            claire.waitForSelector("dialog[data-modal]");
            assertThat(claire.textContent("dialog[data-modal]"))
                    .contains("Valider ces 2 contributions", "Atelier animé", "4\u00a0h en tout");
            shoot(claire, "queue-kind-" + device.width());
            claire.click("text=Revenir à la file");
            gone(claire, "dialog[data-modal]");
            assertThat(main(claire)).doesNotContain("validées");

            claire.click("text=Valider les 2 de ce genre…");
            claire.click("dialog[data-modal] .bouton-principal");
            claire.waitForSelector("text=2 validées.");
            assertThat(main(claire)).doesNotContain("de ce genre…");
        }
    }

    @Test
    void everything_but_the_keys_works_without_scripts() {
        network.claim(made, made.nadia(), "Un");
        var two = network.claim(made, made.nadia(), "Deux");
        network.claim(made, made.nadia(), "Trois");
        network.claim(made, made.nadia(), "Quatre");
        var claire = queue(Device.PHONE.withoutScripts(), made.claire());
        shoot(claire, "queue-without-scripts");
        claire.click(".ligne[data-id='" + two + "'] a");
        shoot(claire, "queue-phone-detail");
        assertOneRow(claire);
        claire.click("#refuser");
        claire.check("input[value='DUPLICATE']");
        claire.fill("#mots", "Déjà là depuis mardi.");
        claire.click("dialog[data-modal] .bouton-refus");
        assertThat(main(claire)).contains("Deux\u00a0» est refusée.");
        claire.click(".file-note button");
        assertThat(main(claire)).contains("de nouveau ouverte");
        claire.navigate(site(QUEUE + "/" + two + "/moins"));
        claire.fill("input[name^='heures-']", "1");
        claire.selectOption("select[name^='motif-']", "TIME_TOO_LONG");
        shoot(claire, "queue-less");
        claire.click("dialog[data-modal] .bouton-principal");
        assertThat(main(claire)).contains("Deux\u00a0» est validée pour 1\u00a0h au lieu de 2\u00a0h.");
        claire.locator("input[name=chosen]").all().forEach(box -> box.check());
        claire.click(".lot .bouton-lot");
        assertThat(main(claire)).contains("3 validées.", "Rien ici");
    }

    @Test
    void the_queue_and_the_questions_over_it_are_accessible() {
        var claim = network.claim(made, made.nadia(), "Un");
        var faults = new ArrayList<String>();
        for (var device : List.of(Device.DESKTOP, Device.DESKTOP.dark(), Device.PHONE, Device.PHONE.sized(320, 844))) {
            var claire = queue(device, made.claire());
            for (var path : List.of(
                    QUEUE,
                    QUEUE + "?choisie=" + claim,
                    QUEUE + "/" + claim + "/refus",
                    QUEUE + "/" + claim + "/moins",
                    QUEUE + "/precision?chosen=" + claim,
                    QUEUE + "/genre?text=atelier&kind=workshop-led&submitted=" + ALL + "&changed=" + ALL)) {
                claire.navigate(site(path));
                Axe.faults(claire).forEach(fault -> faults.add(device + " " + path + " " + fault));
                assertThat(claire.evaluate("document.documentElement.scrollWidth"))
                        .as("%s %s", device, path)
                        .isEqualTo(device.width());
                if (path.contains("choisie")) {
                    assertOneRow(claire);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void assertOneRow(Page page) {
        var deciding = page.locator(".decision .bouton").all().stream()
                .map(Locator::boundingBox)
                .toList();
        assertThat(deciding).hasSize(3);
        assertThat(deciding.stream().map(box -> box.y).distinct())
                .as("what decides stands in one row")
                .hasSize(1);
    }

    private Page queue(Device device, TestNetwork.Someone coordinator) {
        var page = signedIn(coordinator.person(), device);
        page.navigate(site(QUEUE));
        return page;
    }

    private static void gone(Page page, String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void besideIs(Page page, ContributionId claim) {
        page.waitForSelector("#detail[data-id='" + claim + "']");
        gone(page, ".htmx-request, .htmx-swapping, .htmx-settling");
    }
}
