package org.maillage.web.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.State;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The queue without JavaScript. */
@RunningProgram
class QueuePagesTest {

    private static final String QUEUE = "/coordination/valider";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    private TestNetwork.Made made;
    private Browser claire;

    @BeforeEach
    void sign_in() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    @Test
    void deciding_one_shows_the_next_and_lets_it_be_undone() {
        var one = network.claim(made, made.nadia(), "Café numérique");
        var two = network.claim(made, made.nadia(), "Relecture commune");

        var answer = decide(one, "validation", Map.of());

        assertThat(answer.uri().getQuery()).isEqualTo("choisie=" + two);
        assertThat(answer.body())
                .contains("Café numérique\u00a0» est validée.", "/" + one + "/annulation")
                .contains("id=\"detail\" class=\"detail detail-choisie\"")
                .contains("data-id=\"" + two + "\"");
        assertThat(claim(one).state()).isEqualTo(State.VALIDATED);

        assertThat(decide(one, "annulation", Map.of()).body())
                .contains("Café numérique\u00a0» est de nouveau ouverte.");
        assertThat(claim(one).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void whoever_comes_second_is_told_who_came_first() {
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        var claim = network.claim(made, made.nadia());
        var next = network.claim(made, made.nadia(), "Relecture commune");
        decide(claim, "validation", Map.of());

        var second = samir.submit(QUEUE + "/" + claim + "/validation", Map.of("key", key()));

        assertThat(second.body()).contains("Claire vient de la valider. Rien à faire.");
        assertThat(second.body()).contains("data-id=\"" + next + "\"").doesNotContain("est validée.");
        var asked = network.claim(made, made.nadia(), "Tri de liens");
        samir.submit(QUEUE + "/precision", Map.of("key", key(), "chosen", asked.toString(), "question", "WHERE"));
        assertThat(decide(asked, "validation", Map.of()).body()).contains("Samir vient de demander une précision.");
        assertThat(claim(asked).state()).isEqualTo(State.CLARIFICATION_ASKED);
    }

    @Test
    void a_question_over_a_claim_that_somebody_decided_meanwhile_says_who_instead_of_opening() {
        var claim = network.claim(made, made.nadia(), "Ensemble");
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        decide(claim, "validation", Map.of());
        for (var form : List.of(
                QUEUE + "/" + claim + "/refus", QUEUE + "/" + claim + "/moins", QUEUE + "/precision?chosen=" + claim)) {
            var page = samir.open(form).body();
            assertThat(page)
                    .as(form)
                    .contains("Claire vient de la valider. Rien à faire.")
                    .doesNotContain("data-modal");
        }
    }

    @Test
    void words_that_come_too_late_stay_to_be_copied() {
        var claim = network.claim(made, made.nadia(), "Ensemble");
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        decide(claim, "validation", Map.of());
        var refusal = Map.of(
                "key", UUID.randomUUID().toString(), "reason", "DUPLICATE", "words", "Bonjour Nadia, deux fois.");
        var question = Map.of(
                "key", UUID.randomUUID().toString(), "chosen", claim.toString(), "words", "Avec qui étiez-vous ?");

        var declined = samir.submit(QUEUE + "/" + claim + "/refus", refusal);
        var asked = samir.submit(QUEUE + "/precision", question);

        assertThat(declined.statusCode()).isEqualTo(409);
        assertThat(declined.body())
                .contains(
                        "Claire vient de la valider. Rien à faire.",
                        "Ce que vous aviez écrit",
                        "Bonjour Nadia, deux fois.</textarea>");
        assertThat(asked.body()).contains("Claire vient de la valider.", "Avec qui étiez-vous ?</textarea>");
        var other = network.claim(made, made.nadia(), "Seule");
        decide(other, "validation", Map.of());
        var several = samir.submit(
                QUEUE + "/precision?chosen=" + claim,
                Map.of("key", key(), "chosen", other.toString(), "words", "Où ?"));
        assertThat(several.body()).contains("Claire vient de la valider.", "Où ?</textarea>");
    }

    @Test
    void a_claim_names_its_author_by_a_link_and_the_queue_says_in_words_how_long_people_wait() {
        var claim = network.claim(made, made.nadia());

        assertThat(claire.open(QUEUE + "?choisie=" + claim).body())
                .containsPattern("Déclarée par\\s+<a [^>]*href=\"/coordination/membres/"
                        + made.nadia().member() + "\"[^>]*>Nadia</a>")
                .contains("Personne n’attend depuis plus d’un jour.");
    }

    @Test
    void what_waits_for_oneself_is_counted_in_the_header_beside_a_search_for_people() {
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(nadia.open("/").body()).contains("Rien ne vous attend").doesNotContain("pastille-nb");
        var claim = network.claim(made, made.nadia());
        claire.submit(QUEUE + "/precision", Map.of("key", key(), "chosen", claim.toString(), "question", "WHERE"));

        assertThat(nadia.open("/mailles").body())
                .contains("Une chose vous attend", "href=\"/#attente\"", "action=\"/membres\"");
        assertThat(nadia.open("/membres?text=Clai").body()).contains("Claire");
    }

    @Test
    void nobody_decides_their_own() {
        var own = network.claim(made, made.claire());
        var said = "Vous ne pouvez pas valider votre propre contribution. Une autre personne de la coordination s’en"
                + " charge.";

        assertThat(claire.open(QUEUE + "?choisie=" + own).body())
                .contains(said)
                .doesNotContain("value=\"" + own + "\"")
                .doesNotContain("/" + own + "/validation");
        assertThat(decide(own, "validation", Map.of()).body()).contains(said);
        assertThat(claim(own).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void declining_wants_a_reason_and_a_sentence_and_keeps_what_was_typed() {
        var claim = network.claim(made, made.nadia());
        var asked = claire.open(QUEUE + "/" + claim + "/refus").body();
        assertThat(asked).contains("Refuser cette contribution", "Bonjour Nadia,", "Déjà déclarée");
        assertThat(asked.split("name=\"reason\"", -1)).hasSize(5);
        assertThat(asked).doesNotContain("checked=\"checked\"");

        var without = decide(claim, "refus", Map.of("words", "Je connais celle-ci."));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("Choisissez un motif", "Je connais celle-ci.");
        var greeting = decide(claim, "refus", Map.of("reason", "DUPLICATE", "words", "Bonjour Nadia,\r\n"));
        assertThat(greeting.statusCode()).isEqualTo(400);
        assertThat(decide(claim, "refus", Map.of("reason", "DUPLICATE", "words", "Bonjour,"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(greeting.body()).contains("Nadia doit pouvoir comprendre ce refus.", "checked=\"checked\"");
        var long0 = decide(claim, "refus", Map.of("reason", "DUPLICATE", "words", "a".repeat(1_001)));
        assertThat(long0.statusCode()).isEqualTo(400);
        assertThat(claim(claim).state()).isEqualTo(State.SUBMITTED);

        var declined = decide(claim, "refus", Map.of("reason", "DUPLICATE", "words", "Elle y est depuis mardi."));
        assertThat(declined.body()).contains("est refusée.");
        assertThat(claim(claim).state()).isEqualTo(State.DECLINED);
        assertThat(claim(claim).thread().getLast().text()).isEqualTo("Elle y est depuis mardi.");
    }

    @Test
    void ready_questions_and_ones_own_are_asked_as_one() {
        var claim = network.claim(made, made.nadia());
        assertThat(claire.open(QUEUE + "/precision?chosen=" + claim).body())
                .contains("Avec qui était-ce", "Premiers pas");

        var nothing = claire.submit(QUEUE + "/precision", Map.of("key", key(), "chosen", claim.toString()));
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("Choisissez une question ou écrivez la vôtre.");
        var fields =
                Map.of("key", key(), "chosen", claim.toString(), "question", "WITH_WHOM", "words", "Et le tableau ?");
        assertThat(claire.submit(QUEUE + "/precision", fields).body()).contains("la question est envoyée.");

        assertThat(claim(claim).thread().getLast().text()).isEqualTo("Avec qui était-ce\u00a0?\nEt le tableau ?");
        assertThat(claire.open(QUEUE + "?onglet=CLARIFICATION_ASKED").body()).contains(claim.toString());
    }

    @Test
    void a_share_is_accepted_for_less_with_a_reason() {
        var claim = network.claim(made, made.nadia());
        var share = claim(claim).shares().getFirst().share();
        assertThat(claire.open(QUEUE + "/" + claim + "/moins").body())
                .contains("Accepter pour moins", "name=\"heures-" + share + "\"");

        for (var wrong : List.<Map<String, String>>of(
                Map.of("heures-" + share, "2", "minutes-" + share, "0"),
                Map.of("heures-" + share, "3", "minutes-" + share, "0", "motif-" + share, "TIME_TOO_LONG"),
                Map.of("heures-" + share, "-1", "minutes-" + share, "0", "motif-" + share, "TIME_TOO_LONG"),
                Map.of("heures-" + share, "1", "minutes-" + share, "0"),
                Map.of("heures-" + share, "1", "minutes-" + share, "0", "motif-" + share, "OTHER"),
                Map.of("rien-" + share, "true", "motif-" + share, "COUNTED_ELSEWHERE"))) {
            assertThat(decide(claim, "moins", wrong).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(decide(claim, "moins", Map.of("rien-" + share, "true", "motif-" + share, "COUNTED_ELSEWHERE"))
                        .body())
                .contains("Ne rien retenir de personne, c’est refuser la contribution.", "«\u00a0Refuser…\u00a0»")
                .doesNotContain("n’a confirmé sa part");
        assertThat(claim(claim).state()).isEqualTo(State.SUBMITTED);

        decide(
                claim,
                "moins",
                Map.of("heures-" + share, "1", "minutes-" + share, "30", "motif-" + share, "TIME_TOO_LONG"));
        assertThat(claim(claim).state()).isEqualTo(State.VALIDATED);
        assertThat(Objects.requireNonNull(claim(claim).shares().getFirst().outcome())
                        .amount()
                        .hundredths())
                .isEqualTo(300);
    }

    @Test
    void several_are_decided_each_for_itself() {
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        var claims = List.of(
                network.claim(made, made.nadia(), "Un"),
                network.claim(made, made.nadia(), "Deux"),
                network.claim(made, made.nadia(), "Trois"),
                network.claim(made, made.nadia(), "Quatre"));
        samir.submit(
                QUEUE + "/precision",
                Map.of("key", key(), "chosen", claims.get(3).toString(), "question", "WHERE"));
        var chosen =
                String.join(",", claims.stream().map(ContributionId::toString).toList());

        var answer = claire.submit(QUEUE + "/choisies", Map.of("key", key(), "chosen", chosen));

        assertThat(answer.body())
                .contains("3 validées. 1 laissée de côté\u00a0: précision demandée entre-temps.")
                .contains("Quatre\u00a0»\u00a0: Samir vient de demander une précision.")
                .containsPattern("<h2[^>]*data-focus[^>]*autofocus[^>]*>3 validées. 1 laissée de côté")
                .doesNotContain("class=\"file-note\"");
        assertThat(claims.subList(0, 3))
                .allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.VALIDATED));
        assertThat(claire.submit(QUEUE + "/choisies", Map.of("key", key())).body())
                .contains("Aucune contribution n’est cochée.");
    }

    @Test
    void what_was_validated_together_is_undone_together_and_each_that_cannot_be_says_why() {
        var claims = List.of(network.claim(made, made.nadia(), "Un"), network.claim(made, made.nadia(), "Deux"));
        var both = claims.get(0) + "," + claims.get(1);
        var done = claire.submit(QUEUE + "/choisies", Map.of("key", key(), "chosen", both));
        assertThat(done.body())
                .contains("2 validées.", "id=\"annuler\"", QUEUE + "/annulations", "form=\"annuler\"")
                .contains("name=\"chosen\" value=\"" + claims.getFirst() + "\"");
        decide(claims.getFirst(), "annulation", Map.of());
        var other = network.claim(made, made.nadia(), "Trois");
        TestNetwork.signedIn(port, "fr", network.coordinator(made, "Samir").person())
                .submit(QUEUE + "/" + other + "/validation", Map.of("key", key()));

        var undone = claire.submit(QUEUE + "/annulations", Map.of("key", key(), "chosen", claims.get(1) + "," + other));

        assertThat(undone.body()).contains("1 de nouveau ouverte. 1 laissée de côté", "Trois\u00a0»\u00a0:");
        assertThat(claims).allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.SUBMITTED));
        assertThat(claim(other).state()).isEqualTo(State.VALIDATED);
        assertThat(claire.submit(QUEUE + "/annulations", Map.of("key", key())).body())
                .contains("Rien à annuler ici.");
    }

    @Test
    void a_claim_and_its_correction_name_each_other_and_the_one_that_still_stands_is_decided_first() {
        var old = network.claim(made, made.nadia(), "Trente minutes");
        var correction = network.correct(made, made.nadia(), old, "Une heure");

        assertThat(claire.open(QUEUE).body())
                .contains("Corrige «\u00a0Trente minutes\u00a0», 2\u00a0h (envoyée)", "choisie=" + old)
                .contains("Celle qu’elle corrige attend encore\u00a0: décidez d’abord de celle-là.")
                .doesNotContain("/" + correction + "/validation");
        assertThat(claire.open(QUEUE + "?onglet=LOOK_CLOSER").body())
                .contains("Corrigée par «\u00a0Une heure\u00a0», 2\u00a0h (envoyée)", "/" + old + "/validation");

        decide(old, "validation", Map.of());
        assertThat(claire.open(QUEUE + "?choisie=" + correction).body())
                .contains("Celle qu’elle corrige est encore validée\u00a0: annulez d’abord cette validation.")
                .doesNotContain("/" + correction + "/validation");
        decide(old, "annulation", Map.of());

        decide(old, "refus", Map.of("reason", "DUPLICATE", "words", "La vôtre d’une heure suffit."));
        assertThat(claire.open(QUEUE + "?choisie=" + correction).body()).contains("/" + correction + "/validation");
        decide(correction, "validation", Map.of());
        assertThat(claim(correction).state()).isEqualTo(State.VALIDATED);
    }

    @Test
    void what_nobody_has_confirmed_is_not_offered_to_validate_and_says_why() {
        var samir = network.coordinator(made, "Samir");
        var claim = network.claimFor(made, made.nadia(), samir, "Pour Samir");

        assertThat(claire.open(QUEUE + "?onglet=LOOK_CLOSER").body())
                .contains("Personne n’a encore confirmé sa part", "data-pourquoi", "id=\"preciser\"", "id=\"refuser\"")
                .doesNotContain("/" + claim + "/validation", "Accepter pour moins");
        assertThat(decide(claim, "validation", Map.of()).body()).contains("confirmé");
        assertThat(claim(claim).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void a_second_opinion_is_another_coordinators() {
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        var claim = network.claim(made, made.nadia());
        decide(claim, "refus", Map.of("reason", "OTHER", "words", "Je ne vois pas."));
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        nadia.submit(
                "/contributions/" + claim + "/recours", Map.of("key", key(), "words", "Il y avait huit personnes."));

        assertThat(claire.open(QUEUE + "?onglet=LOOK_CLOSER").body())
                .contains("Un second avis est demandé.", "Vous avez refusé cette contribution.")
                .doesNotContain("/" + claim + "/validation");
        assertThat(decide(claim, "validation", Map.of()).body()).contains("un second avis vient d’une autre personne");
        assertThat(samir.submit(QUEUE + "/" + claim + "/validation", Map.of("key", key()))
                        .body())
                .contains("est validée.");
        assertThat(claim(claim).state()).isEqualTo(State.VALIDATED);
    }

    @Test
    void the_list_is_filtered_by_person_or_activity_and_goes_on_where_it_was() {
        var first = network.claim(made, made.nadia(), "Café numérique");
        var second = network.claim(made, made.nadia(), "Relecture commune");
        assertThat(claire.open(QUEUE + "?text=nadia").body()).contains("Café numérique");
        assertThat(claire.open(QUEUE + "?text=atelier").body()).contains("Café numérique", "Valider les 2 de ce genre");
        assertThat(claire.open(QUEUE + "?text=CAFE").body())
                .contains("Café numérique")
                .doesNotContain("Relecture commune")
                .containsPattern("Prêtes à valider <span[^>]*>1<");
        assertThat(claire.open(QUEUE + "?text=zz").body()).contains("Aucune contribution ne correspond");
        network.claim(made, made.nadia(), "Bilan d’un atelier animé ailleurs", "training-given");
        assertThat(claire.open(QUEUE + "?text=atelier").body())
                .as("of the kind, or called so")
                .contains("Café numérique", "Bilan d’un atelier", "Valider les 2 de ce genre");

        var answer = decide(first, "validation", Map.of("text", "nadia"));
        assertThat(answer.uri().getQuery()).contains("text=nadia", "choisie=" + second);
        for (var wrong : List.of("?suite=nonsense", "?onglet=NONE", "?choisie=x", "?onglet=NONE&suite=nonsense")) {
            var page = claire.open(QUEUE + wrong);
            assertThat(page.statusCode()).as(wrong).isEqualTo(200);
            assertThat(page.uri().getQuery()).as(wrong).isNull();
        }
    }

    @Test
    void all_of_a_kind_are_those_that_the_page_showed() {
        var shown = List.of(network.claim(made, made.nadia(), "Un"), network.claim(made, made.nadia(), "Deux"));
        var page = claire.open(QUEUE + "?text=atelier").body();
        assertThat(page).contains("Valider les 2 de ce genre");
        var later = network.claim(made, made.nadia(), "Trois");

        var answer = validateKind(page, "atelier");

        assertThat(answer).contains("2 validées.", "Valider celle de ce genre");
        assertThat(shown).allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.VALIDATED));
        assertThat(claim(later).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void a_kind_is_asked_about_before_it_is_validated_with_how_many_and_how_much() {
        var shown = List.of(network.claim(made, made.nadia(), "Un"), network.claim(made, made.nadia(), "Deux"));
        var page = claire.open(QUEUE + "?text=atelier").body();
        network.claim(made, made.nadia(), "Trois");

        assertThat(askKind(page, "atelier"))
                .contains(
                        "data-modal", "Valider ces 2 contributions\u00a0?", "Atelier animé\u00a0:", "4\u00a0h en tout.")
                .contains("revenir dessus pendant dix minutes", "Valider les 2<");
        assertThat(shown).allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.SUBMITTED));

        shown.forEach(one -> decide(one, "validation", Map.of()));
        var gone = askKind(page, "atelier");
        assertThat(gone)
                .contains("Plus aucune contribution de ce genre n’est prête")
                .doesNotContain("data-modal");
        assertThat(claire.submit(QUEUE + "/genre", with(shownKind(page), "key", key()))
                        .body())
                .contains("Plus aucune contribution de ce genre n’est prête");
        assertThat(claire.open(QUEUE + "/genre").uri().getPath()).isEqualTo(QUEUE);
    }

    @Test
    void a_kind_asked_about_without_bounds_is_still_only_what_was_asked_about() {
        network.claim(made, made.nadia(), "Un");
        network.claim(made, made.nadia(), "Deux");
        var asked = claire.open(
                        QUEUE + "/genre?kind=workshop-led&submitted=" + Long.MAX_VALUE + "&changed=" + Long.MAX_VALUE)
                .body();
        assertThat(asked).contains("Valider ces 2 contributions");
        var later = network.claim(made, made.nadia(), "Trois");

        assertThat(claire.submit(QUEUE + "/genre", dialog(asked, "")).body()).contains("2 validées.");
        assertThat(claim(later).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void the_same_form_sent_twice_says_twice_what_it_did_and_how_to_take_it_back() {
        var one = network.claim(made, made.nadia(), "Un");
        network.claim(made, made.nadia(), "Deux");
        var form = dialog(askKind(claire.open(QUEUE + "?text=atelier").body(), "atelier"), "atelier");

        for (int i = 0; i < 2; i++) {
            assertThat(claire.submit(QUEUE + "/genre", form).body())
                    .contains("2 validées.", "/annulations", "name=\"chosen\" value=\"" + one)
                    .doesNotContain("Plus aucune", "laissée");
        }
    }

    @Test
    void what_somebody_else_decided_meanwhile_or_what_changed_is_left_aside_and_said() {
        var karim = network.member(made.network(), "Karim");
        var decided = network.claim(made, made.nadia(), "Un");
        var changed = network.claim(made, made.nadia(), "Deux");
        var as = network.claimFor(made, karim, made.nadia(), "Trois");
        var share = claim(as).shares().getFirst().share().toString();
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        nadia.submit("/contributions/" + as + "/confirmation", Map.of("key", key(), "share", share));
        var form = dialog(askKind(claire.open(QUEUE + "?text=atelier").body(), "atelier"), "atelier");
        assertThat(form.get("chosen")).contains(decided.toString(), changed.toString(), as.toString());

        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        samir.submit(QUEUE + "/" + decided + "/validation", Map.of("key", key()));
        samir.submit(QUEUE + "/precision", Map.of("key", key(), "chosen", changed.toString(), "question", "WHERE"));

        assertThat(claire.submit(QUEUE + "/genre", form).body())
                .contains("1 validée. 1 laissée de côté", "Samir vient de la valider")
                .contains("1 a changé depuis et reste à regarder.");
        assertThat(claim(as).state()).isEqualTo(State.VALIDATED);
        assertThat(claim(changed).state()).isEqualTo(State.CLARIFICATION_ASKED);
    }

    @Test
    void accepted_for_less_it_says_for_how_much_instead_of_what() {
        var claim = network.claim(made, made.nadia(), "Premiers pas");
        var share = claim(claim).shares().getFirst().share();
        var less = Map.of("heures-" + share, "1", "minutes-" + share, "30", "motif-" + share, "TIME_TOO_LONG");
        assertThat(decide(claim, "moins", less).body())
                .contains("«\u00a0Premiers pas\u00a0» est validée pour 1\u00a0h\u00a030 au lieu de 2\u00a0h.");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    @Test
    void a_share_confirmed_for_another_time_is_confirmed_in_the_row_beside_it_and_on_its_page() {
        var karim = network.member(made.network(), "Karim");
        var claim = network.claimFor(made, karim, made.nadia(), "Atelier");
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var share = claim(claim).shares().getFirst().share().toString();
        nadia.submit(
                "/contributions/" + claim + "/correction",
                Map.of("key", key(), "share", share, "hours", "1", "minutes", "30"));

        assertThat(claire.open(QUEUE + "?choisie=" + claim).body())
                .contains("confirmée par Nadia", "a confirmé 1\u00a0h\u00a030 au lieu de 2\u00a0h");
        assertThat(nadia.open("/contributions/" + claim).body()).contains("confirmée pour 1\u00a0h\u00a030");
    }

    @Test
    void where_what_is_ready_goes_over_the_page_its_kinds_lead_to_deciding_one_together() {
        for (int i = 0; i < QueueBoard.ITEMS; i++) {
            network.claim(made, made.nadia(), "Atelier " + i, 1 + i / 5);
        }
        assertThat(claire.open(QUEUE).body())
                .contains("Tout sélectionner<")
                .doesNotContain("sur cette page", "un genre à la fois");
        network.claim(made, made.nadia(), "Autre", "training-given");

        var page = claire.open(QUEUE).body();
        assertThat(page).contains("Tout sélectionner sur cette page", "jusqu’à 200 ensemble", "un genre à la fois");
        var kind = Browser.first(Pattern.compile("class=\"aide genres\".*?<a href=\"([^\"]+)\"", Pattern.DOTALL), page);
        assertThat(claire.open(kind).body())
                .contains("Valider les 30 de ce genre", "Tout sélectionner<")
                .doesNotContain("un genre à la fois");
    }

    @Test
    void ones_own_are_not_in_the_way_of_a_kind_however_many_come_first() {
        var own = new ArrayList<ContributionId>();
        for (int i = 0; i < QueueBoard.ITEMS + 1; i++) {
            own.add(network.claim(made, made.claire(), "Mienne", 1 + i / 5));
        }
        var others = new ArrayList<ContributionId>();
        for (int i = 0; i < QueueBoard.ITEMS + 2; i++) {
            others.add(network.claim(made, made.nadia(), "Autre", 1 + i / 5));
        }

        var page = claire.open(QUEUE + "?text=atelier").body();
        assertThat(page).contains("Valider les 32 de ce genre").doesNotContain("La vôtre\u00a0:", "Mienne");
        var done = validateKind(page, "atelier");

        assertThat(done)
                .contains("32 validées.", "La vôtre\u00a0: une autre personne de la coordination s’en charge.")
                .doesNotContain("laissée", "de ce genre</button>", "name=\"chosen\" value=\"" + own.getFirst());
        assertThat(others).allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.VALIDATED));
        assertThat(own).allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.SUBMITTED));

        var chosen =
                String.join(",", others.stream().map(ContributionId::toString).toList());
        assertThat(done).contains("name=\"chosen\" value=\"" + others.getLast() + "\"");
        var undone = claire.submit(QUEUE + "/annulations", Map.of("key", key(), "chosen", chosen));
        assertThat(undone.body()).contains("32 de nouveau ouvertes.");
        assertThat(others).allSatisfy(one -> assertThat(claim(one).state()).isEqualTo(State.SUBMITTED));
    }

    @Test
    void keys_stay_off_once_they_were_turned_off() {
        network.claim(made, made.nadia());
        assertThat(claire.open(QUEUE).body()).contains("data-touches=\"true\"");
        assertThat(claire.submit(QUEUE + "/touches", Map.of("actives", "false")).body())
                .contains("data-touches=\"false\"");
        assertThat(claire.open(QUEUE).body()).contains("data-touches=\"false\"", "Activer les raccourcis");
        assertThat(claire.submit(QUEUE + "/touches", Map.of("actives", "true")).body())
                .contains("data-touches=\"true\"");
    }

    private HttpResponse<String> decide(ContributionId claim, String what, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("key", key());
        return claire.submit(QUEUE + "/" + claim + "/" + what, fields);
    }

    private String validateKind(String page, String text) {
        return claire.submit(QUEUE + "/genre", dialog(askKind(page, text), text))
                .body();
    }

    /** What the form that asks about a kind sends. */
    private static Map<String, String> dialog(String asked, String text) {
        var dialog = asked.substring(asked.indexOf("id=\"g-titre\""));
        var chosen = Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"")
                .matcher(dialog.substring(0, dialog.indexOf("</dialog>")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(","));
        var fields = new HashMap<>(shownKind(dialog));
        fields.putAll(Map.of("key", key(), "text", text, "chosen", chosen));
        return fields;
    }

    private String askKind(String page, String text) {
        var shown = shownKind(page);
        return claire.open(QUEUE + "/genre?onglet=READY&text=" + text + "&kind=" + shown.get("kind") + "&submitted="
                        + shown.get("submitted") + "&changed=" + shown.get("changed"))
                .body();
    }

    private static Map<String, String> shownKind(String page) {
        return Map.of(
                "kind", Browser.first(Pattern.compile("name=\"kind\" value=\"([^\"]+)\""), page),
                "submitted", Browser.first(Pattern.compile("name=\"submitted\" value=\"([0-9]+)\""), page),
                "changed", Browser.first(Pattern.compile("name=\"changed\" value=\"([0-9]+)\""), page));
    }

    private Contribution claim(ContributionId claim) {
        return views.contributions().find(made.network(), claim, AsOf.NOW).orElseThrow();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
