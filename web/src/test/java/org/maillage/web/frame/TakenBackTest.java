package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Share;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.PageTable;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.testing.TestNetwork.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody takes back after a sign-in stands where they read what it is for, and can be left there. */
@RunningProgram
class TakenBackTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    Words words;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private ContributionId claim;
    private Browser claire;
    private String nadia;

    @BeforeEach
    void nadia_has_claimed_and_was_signed_in() {
        jdbc.sql("delete from web.kept_form").update();
        made = network.make();
        claim = network.claim(made, made.nadia(), "Relecture commune");
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person()).author();
    }

    @Test
    void an_answer_stands_below_the_question_on_the_page_of_its_claim_until_it_is_sent() {
        claire.submit("/contributions/" + claim + "/precision", form("words", "Combien étiez-vous ?"));
        var away = new Browser(port);
        var answer = written(nadia, "words", "Nous étions six.");
        away.submit("/contributions/" + claim + "/reponse", answer);

        var back = signIn(away, made.nadia());

        assertThat(back.uri().toString()).endsWith("/contributions/" + claim + "?reprise");
        assertThat(back.body())
                .contains("Relecture commune", "Combien étiez-vous ?", ">Nous étions six.</textarea>")
                .contains("rien n’a été envoyé", "href=\"#mots-reponse\"", "action=\"/reprise/fin\"")
                .contains("name=\"key\" value=\"" + answer.get("key") + "\"");
        assertThat(kept()).isEqualTo(1);
        answer.remove("_auteur");
        assertThat(away.submit("/contributions/" + claim + "/reponse", answer).body())
                .contains("Nous étions six.");
        assertThat(kept()).isZero();
        assertThat(away.open("/contributions/" + claim + "?reprise").uri().toString())
                .endsWith("/contributions/" + claim);
    }

    @Test
    void an_answer_to_a_question_that_was_answered_meanwhile_is_there_to_be_read_and_left() {
        claire.submit("/contributions/" + claim + "/precision", form("words", "Combien étiez-vous ?"));
        TestNetwork.signedIn(port, "fr", made.nadia().person())
                .submit("/contributions/" + claim + "/reponse", form("words", "Cinq."));
        var away = new Browser(port);
        away.submit("/contributions/" + claim + "/reponse", written(nadia, "words", "Nous étions six."));

        assertThat(signIn(away, made.nadia()).body()).contains("Cinq.", ">Nous étions six.</textarea>");
        assertThat(away.submit("/reprise/fin", Map.of()).body()).contains("plus rien n’est gardé");
        assertThat(kept()).isZero();
    }

    @Test
    void a_corrected_share_is_filled_in_again_while_it_waits_and_said_once_it_does_not() {
        var theirs = network.claimFor(made, made.claire(), made.nadia(), "Portes ouvertes");
        var share = shares(theirs).getFirst();
        var correction = written(nadia, "share", share, "hours", "1", "minutes", "45");
        var away = new Browser(port);
        away.submit("/contributions/" + theirs + "/correction", correction);

        assertThat(signIn(away, made.nadia()).body())
                .contains("Portes ouvertes", "value=\"45\"", "href=\"#hours\"", "Ne pas envoyer");

        TestNetwork.signedIn(port, "fr", made.nadia().person())
                .submit("/contributions/" + theirs + "/confirmation", form("share", share));
        assertThat(away.open("/contributions/" + theirs + "?reprise").body())
                .contains("Cette part n’attend plus de réponse.", "value=\"45\"", "Ne pas envoyer")
                .doesNotContain("Envoyer de nouveau");
        assertThat(away.submit("/reprise/fin", Map.of()).body()).contains("plus rien n’est gardé");
        assertThat(kept()).isZero();
    }

    @Test
    void what_was_typed_for_one_share_does_not_come_back_in_the_form_of_another() {
        var two = network.claimTwoFor(made, made.claire(), made.nadia(), "Portes ouvertes");
        var first = shares(two).getFirst();
        var second = shares(two).getLast();
        assertThat(first).isNotEqualTo(second);
        var away = new Browser(port);
        away.submit(
                "/contributions/" + two + "/correction", written(nadia, "share", first, "hours", "1", "minutes", "47"));
        TestNetwork.signedIn(port, "fr", made.nadia().person())
                .submit("/contributions/" + two + "/confirmation", form("share", first));

        var back = signIn(away, made.nadia());

        assertThat(back.uri().getPath()).isEqualTo("/reprise");
        assertThat(back.body())
                .contains("Cette part n’attend plus de réponse.", "value=\"47\"", "Ne pas envoyer")
                .doesNotContain("Envoyer de nouveau");
        assertThat(away.open("/contributions/" + two).body())
                .contains("name=\"share\" value=\"" + second + "\"")
                .doesNotContain("value=\"47\"");
        assertThat(away.submit("/reprise/fin", Map.of()).body()).contains("plus rien n’est gardé");
        assertThat(kept()).isZero();
    }

    @Test
    void a_text_whose_page_is_no_longer_open_to_its_author_can_be_copied_and_left() {
        var samir = network.coordinator(made, "Samir");
        var author = claire.author();
        var forms = Map.of(
                "/contributions/" + claim + "/precision",
                "words",
                "/coordination/valider/" + claim + "/refus",
                "words",
                "/coordination/badges/" + claim + "/fin",
                "note",
                "/fonds/don",
                "words");
        var browsers = new HashMap<String, Browser>();
        forms.forEach((path, field) -> {
            browsers.put(path, new Browser(port));
            browsers.get(path).submit(path, written(author, field, "Écrit pour " + path));
        });
        var pressed = new Browser(port);
        pressed.submit("/coordination/valider/" + claim + "/validation", written(author));
        assertThat(kept()).isEqualTo(5);
        var dismissal = TestNetwork.signedIn(port, "fr", samir.person())
                .submit("/coordination/membres/" + made.claire().member() + "/retrait", form());
        assertThat(dismissal.statusCode()).isEqualTo(200);

        browsers.forEach((path, browser) -> {
            var back = signIn(browser, made.claire());
            assertThat(back.statusCode()).as(path).isEqualTo(200);
            assertThat(back.uri().getPath()).as(path).isEqualTo("/reprise");
            assertThat(back.body())
                    .as(path)
                    .contains("n’est plus ouverte pour vous", "value=\"Écrit pour " + path + "\"", "Ne pas envoyer")
                    .doesNotContain("Envoyer de nouveau", "Voir la page de ce formulaire");
            assertThat(browser.submit("/reprise/fin", Map.of()).body()).contains("plus rien n’est gardé");
        });
        assertThat(signIn(pressed, made.claire()).body())
                .contains("n’est plus ouverte pour vous", "Ne pas envoyer")
                .doesNotContain("Ce que vous aviez écrit");
        pressed.submit("/reprise/fin", Map.of());
        assertThat(kept()).isZero();
    }

    @Test
    void a_text_that_was_sent_to_a_claim_in_capital_letters_is_found_again() {
        claire.submit("/contributions/" + claim + "/precision", form("words", "Combien étiez-vous ?"));
        var capitals = "/contributions/" + claim.toString().toUpperCase(Locale.ROOT) + "/reponse";
        var away = new Browser(port);
        var answer = written(nadia, "words", "Nous étions six.");
        away.submit(capitals, answer);

        assertThat(signIn(away, made.nadia()).body())
                .contains("Nous étions six.", "Envoyer de nouveau", "Ne pas envoyer");
        assertThat(away.submit(capitals, answer).body()).contains("Combien étiez-vous ?", "Nous étions six.");
        assertThat(kept()).isZero();
    }

    @Test
    void another_button_of_the_page_leaves_what_was_taken_back_as_it_is() {
        var theirs = network.claimFor(made, made.claire(), made.nadia(), "Portes ouvertes");
        var page = "/contributions/" + theirs;
        var samir = network.coordinator(made, "Samir");
        TestNetwork.signedIn(port, "fr", samir.person())
                .submit(page + "/precision", form("words", "Combien étiez-vous ?"));
        var away = new Browser(port);
        var answer = written(nadia, "words", "Nous étions six.");
        away.submit(page + "/reponse", answer);

        var back = signIn(away, made.nadia()).body();
        assertThat(keyOf(page + "/reponse", back)).isEqualTo(answer.get("key"));
        var confirmation = Map.of(
                "key",
                keyOf(page + "/confirmation", back),
                "share",
                shares(theirs).getFirst());
        assertThat(away.submit(page + "/confirmation", confirmation).body()).contains("message-succes");

        assertThat(away.open("/reprise").body()).contains(">Nous étions six.</textarea>");
        assertThat(away.submit(page + "/reponse", answer).body()).contains("message-succes", "Nous étions six.");
        assertThat(kept()).isZero();
    }

    @Test
    void a_claim_is_left_as_any_other_form() {
        var away = new Browser(port);
        away.submit(
                "/declarer",
                written(
                        nadia,
                        "sentence",
                        "Huit personnes.",
                        "member",
                        made.nadia().member().toString()));

        var back = signIn(away, made.nadia());
        assertThat(back.uri().getPath()).isEqualTo("/declarer/reprise");
        assertThat(back.body()).contains("Huit personnes.", "action=\"/reprise/fin\"", "Ne pas envoyer");

        assertThat(away.submit("/reprise/fin", Map.of()).body()).contains("plus rien n’est gardé");
        assertThat(kept()).isZero();
        assertThat(away.open("/declarer/reprise").uri().getPath()).isEqualTo("/declarer");
    }

    @Test
    void any_other_form_says_where_it_was_and_leads_there() {
        var away = new Browser(port);
        away.submitFrom("/moi?depuis=menu", "/moi/profil", written(nadia, "name", "Nadia B."));

        var back = signIn(away, made.nadia());

        assertThat(back.uri().getPath()).isEqualTo("/reprise");
        assertThat(back.body())
                .contains("C’était ici\u00a0: votre profil.", "href=\"/moi?depuis=menu\"", "value=\"Nadia B.\"")
                .contains("Ne pas envoyer");
    }

    @Test
    void a_form_that_names_no_page_or_one_that_is_not_for_its_author_leads_nowhere() {
        for (var page : List.of("/administration", "/nulle-part")) {
            var away = new Browser(port);
            away.submitFrom(page, "/moi/profil", written(nadia, "name", "Nadia B."));
            assertThat(signIn(away, made.nadia()).body())
                    .as(page)
                    .contains("value=\"Nadia B.\"")
                    .doesNotContain("href=\"" + page + "\"");
        }
    }

    @Test
    void words_say_of_every_form_where_it_was() {
        var elsewhere = List.of("/declarer", "/contributions", "/merci", "/fonds", "/coordination/valider");
        var forms = PageTable.forms().stream()
                .filter(form -> elsewhere.stream().noneMatch(form::startsWith))
                .filter(form -> !List.of("/connexion", "/rejoindre", "/ma-part", "/reprise").stream()
                        .anyMatch(form::startsWith))
                .filter(form ->
                        !List.of("/logout", "/preferences", "/v", "/reseau").contains(form))
                .toList();
        assertThat(forms).hasSizeGreaterThan(50).allSatisfy(form -> {
            assertThat(words.place(form, Locale.FRENCH)).isNotBlank();
            assertThat(words.place(form, Locale.ENGLISH)).isNotBlank();
        });
    }

    private List<String> shares(ContributionId of) {
        return views.contributions().find(made.network(), of, AsOf.NOW).orElseThrow().shares().stream()
                .map(Share::share)
                .map(Object::toString)
                .toList();
    }

    private static String keyOf(String form, String page) {
        return Browser.first(
                Pattern.compile("action=\"" + form + "\"[^>]*>.*?name=\"key\" value=\"([^\"]+)\"", Pattern.DOTALL),
                page);
    }

    private Map<String, String> form(String... fields) {
        var form = new HashMap<String, String>();
        form.put("key", FormKey.next().toString());
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return form;
    }

    private Map<String, String> written(String author, String... fields) {
        var form = form(fields);
        form.put("_auteur", author);
        return form;
    }

    private static HttpResponse<String> signIn(Browser browser, Someone someone) {
        return browser.submit(
                "/connexion/demonstration", Map.of("person", someone.person().toString()));
    }

    private long kept() {
        return jdbc.sql("select count(*) from web.kept_form").query(Long.class).single();
    }
}
