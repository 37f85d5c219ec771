package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.testing.TestNetwork.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever becomes of a form, its author reads what happened and finds what they wrote; nobody else does. */
@RunningProgram
class RefusedFormsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser nadia;

    @BeforeEach
    void nadia_has_signed_in() {
        jdbc.sql("delete from web.kept_form").update();
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void a_form_of_a_session_before_comes_back_as_it_was_to_be_sent_again_by_the_one_button_that_stands_out() {
        var stale = nadia.csrf();
        var form = thanks(nadia);
        signIn(nadia, made.nadia());
        var answer = nadia.submitFrom("/merci", "/merci", form, stale);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Cette page est d’une session d’avant", "relisez, puis envoyez de nouveau")
                .contains("action=\"/merci\"", "value=\"Merci pour la salle\"", "data-refus")
                .doesNotContain("a trop attendu")
                .containsPattern("bouton-secondaire\" href=\"/merci\"");
        assertThat(primary(answer.body())).containsExactly("Envoyer de nouveau");
        assertThat(nadia.submit("/merci", form).uri().getPath()).isEqualTo("/mailles");
    }

    @Test
    void a_button_of_a_session_before_leads_back_to_its_page() {
        var stale = nadia.csrf();
        signIn(nadia, made.nadia());
        var answer =
                nadia.submitFrom("/moi/notifications", "/moi/notifications", Map.of("_auteur", nadia.author()), stale);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Cette page est d’une session d’avant", "revenez à la page, puis recommencez");
        assertThat(primary(answer.body())).containsExactly("Revenir à la page précédente");
    }

    @Test
    void what_somebody_else_wrote_is_never_shown_back() {
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var answer = nadia.submit("/merci", thanks(claire), "stale");

        assertThat(answer.uri().getPath()).isEqualTo("/reprise/personne");
        assertThat(answer.body()).contains("rien n’a été enregistré").doesNotContain("Merci pour la salle");
    }

    @Test
    void what_was_written_without_a_session_waits_for_its_author_alone_and_goes_when_they_send_it() {
        var away = new Browser(port);
        var form = thanks(nadia);
        var first = away.submit("/merci", form, "stale");
        assertThat(first.uri().getPath()).isEqualTo("/connexion");
        assertThat(first.body()).contains("Il est gardé pendant une heure. S’il est de vous");

        assertThat(signIn(away, made.claire()).body()).doesNotContain("Merci pour la salle");
        assertThat(away.open("/reprise").uri().getPath()).isEqualTo("/");

        var back = signIn(away, made.nadia());
        assertThat(back.uri().toString()).endsWith("/merci?reprise");
        assertThat(back.body())
                .contains("de nouveau sur cette page", ">Merci pour la salle</textarea>", "value=\"Claire\"")
                .contains("Ne pas envoyer")
                .contains("name=\"key\" value=\"" + form.get("key") + "\"")
                .doesNotContain("name=\"step\"");
        assertThat(jdbc.sql("select count(*) from web.kept_form")
                        .query(Long.class)
                        .single())
                .as("shown, and nothing sent by itself")
                .isEqualTo(1);

        form.remove("step");
        assertThat(away.submit("/merci", form).body()).contains("Relire avant d’envoyer");
        assertThat(away.open("/reprise").uri().getPath()).isEqualTo("/");
    }

    @Test
    void what_was_kept_can_be_left_and_is_then_forgotten() {
        var away = new Browser(port);
        away.submit("/merci", thanks(nadia));
        signIn(away, made.nadia());

        assertThat(away.submit("/reprise/fin", Map.of()).body()).contains("plus rien n’est gardé");
        assertThat(away.open("/reprise").uri().getPath()).isEqualTo("/");
    }

    @Test
    void words_to_a_coordinator_are_kept_as_those_of_a_member() {
        var claim = network.claim(made, made.nadia());
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var away = new Browser(port);
        var form = new HashMap<>(Map.of("words", "Combien de personnes\u00a0?\nEt où\u00a0?", "key", key()));
        form.put("_auteur", claire.author());
        away.submit("/contributions/" + claim + "/precision", form);

        var back = signIn(away, made.claire());
        assertThat(back.body()).contains("Combien de personnes\u00a0?\nEt où\u00a0?</textarea>");
        form.remove("_auteur");
        assertThat(away.submit("/contributions/" + claim + "/precision", form).body())
                .contains("Combien de personnes");
        assertThat(away.open("/reprise").uri().getPath()).isEqualTo("/");
    }

    @Test
    void neither_secrets_nor_forms_without_an_author_or_without_words_are_kept() {
        var away = new Browser(port);
        var unsigned = thanks(nadia);
        unsigned.remove("_auteur");
        away.submit("/merci", unsigned);
        away.submit("/moi/jetons", Map.of("name", "Mon outil", "_auteur", nadia.author()));
        away.submit("/contributions/" + UUID.randomUUID() + "/retrait", Map.of("_auteur", nadia.author()));
        var tooLong = thanks(nadia);
        tooLong.put("words", "a".repeat(70_000));
        away.submit("/merci", tooLong);

        assertThat(jdbc.sql("select count(*) from web.kept_form")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_refusal_of_the_ledger_leaves_what_was_written_to_be_copied() {
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var answer = claire.submit(
                "/contributions/" + UUID.randomUUID() + "/precision",
                Map.of("words", "Combien de personnes\u00a0?", "key", key(), "_auteur", claire.author()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("data-refus", "Ce que vous aviez écrit", "value=\"Combien de personnes\u00a0?\"")
                .doesNotContain("Envoyer de nouveau");
    }

    @Test
    void what_is_too_large_to_be_sent_is_said_in_words() {
        var form = thanks(nadia);
        form.put("words", "a".repeat(1_100_000));
        var answer = nadia.submit("/merci", form);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("C’est trop lourd pour être envoyé", "data-refus");
    }

    private static List<String> primary(String page) {
        return Pattern.compile("<(a|button)[^>]*bouton-principal[^>]*>([^<]*)<")
                .matcher(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
                .results()
                .map(found -> found.group(2))
                .toList();
    }

    private Map<String, String> thanks(Browser author) {
        return new HashMap<>(Map.of(
                "key",
                key(),
                "qui",
                "Claire",
                "amount",
                "0",
                "words",
                "Merci pour la salle",
                "step",
                "envoyer",
                "_auteur",
                author.author()));
    }

    private static java.net.http.HttpResponse<String> signIn(Browser browser, Someone someone) {
        return browser.submit(
                "/connexion/demonstration", Map.of("person", someone.person().toString()));
    }

    private static String key() {
        return FormKey.next().toString();
    }
}
