package org.maillage.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.Id;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.PageTable;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.testing.TestNetwork.Someone;
import org.maillage.web.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form acts for whom it was shown to, in the network that it was shown in, or not at all. */
@RunningProgram
class OthersFormsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Permissions permissions;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser nadia;
    private Browser claire;
    private Browser ali;

    @BeforeEach
    void people_have_signed_in() {
        jdbc.sql("delete from web.kept_form").update();
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        ali = TestNetwork.signedIn(port, "fr", made.ali());
    }

    @Test
    void no_form_that_was_shown_to_somebody_else_is_taken() {
        var forms = forms();
        assertThat(forms).hasSizeGreaterThan(70);
        long before = recorded();
        for (var form : forms) {
            var answer = allowed(form).submit(form, written(nadia.author()));

            assertThat(answer.uri().getPath()).as(form).isEqualTo("/reprise/personne");
            assertThat(answer.statusCode()).as(form).isEqualTo(409);
            assertThat(answer.body()).as(form).contains("n’est plus connectée ici", "rien n’a été enregistré");
        }
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void a_form_that_says_nothing_of_whose_it_is_is_taken_only_where_anybody_may_send_it() {
        for (var form : forms()) {
            var open = permissions.of("POST", form).orElseThrow().open();
            assertThat(allowed(form).submit(form, written("")).uri().getPath().equals("/reprise/personne"))
                    .as(form)
                    .isNotEqualTo(open);
        }
    }

    @Test
    void a_form_of_another_network_is_taken_only_where_it_acts_on_none() {
        var other = network.make();
        network.joins(other.network(), made.claire(), "Claire");
        var shown = claire.author();
        claire.submit("/reseau", Map.of("network", other.network().toString()));
        var now = claire.author();
        assertThat(now).isNotEqualTo(shown);
        long before = recorded();

        var ofNetwork = forms().stream()
                .filter(form -> permissions.of("POST", form).orElseThrow().ofNetwork())
                .toList();
        assertThat(ofNetwork).hasSizeGreaterThan(60);
        for (var form : ofNetwork) {
            var answer = claire.submit(form, written(shown));
            assertThat(answer.uri().getPath()).as(form).isEqualTo("/reprise/reseau");
            assertThat(answer.body()).as(form).contains("rien n’a été enregistré", "Vous êtes maintenant Claire");
        }
        assertThat(recorded()).isEqualTo(before);

        assertThat(claire.submit("/moi/notifications", Map.of("_auteur", shown))
                        .uri()
                        .getPath())
                .isEqualTo("/moi/notifications");
        claire.submit("/reseau", Map.of("network", made.network().toString(), "_auteur", now));
        assertThat(claire.author()).isEqualTo(shown);
        claire.submit("/reseau", Map.of("network", other.network().toString(), "_auteur", now));
        assertThat(claire.author()).as("from a page of that network").isEqualTo(now);
    }

    @Test
    void what_was_written_comes_back_to_its_author_alone() {
        var form = thanks(nadia.author());
        signIn(nadia, made.claire());
        var refused = nadia.submit("/merci", form);
        assertThat(refused.body())
                .contains("n’est plus connectée ici", "Vous êtes maintenant Claire, dans «\u00a0Val d’Arcelle\u00a0».")
                .contains("gardé une heure")
                .doesNotContain("Merci pour la salle");
        assertThat(nadia.open("/reprise").uri().getPath()).isEqualTo("/");

        var back = signIn(nadia, made.nadia());
        assertThat(back.uri().toString()).endsWith("/merci?reprise");
        assertThat(back.body()).contains(">Merci pour la salle</textarea>", "rien n’a été envoyé");
    }

    @Test
    void what_was_written_in_another_network_is_gone_on_with_there() {
        var other = network.make();
        network.joins(other.network(), made.nadia(), "Nadia D.");
        var shown = nadia.author();
        nadia.submit("/reseau", Map.of("network", other.network().toString()));

        var refused = nadia.submit("/merci", thanks(shown));
        assertThat(refused.body()).contains("Reprendre dans «\u00a0Val d’Arcelle\u00a0»", "href=\"/reprise\"");
        var claim = new HashMap<>(thanks(shown));
        claim.putAll(Map.of(
                "sentence", "Huit personnes.", "member", made.nadia().member().toString()));
        assertThat(nadia.submit("/declarer", claim).uri().getPath()).isEqualTo("/reprise/reseau");

        var back = nadia.open("/reprise");
        assertThat(back.uri().getPath()).isEqualTo("/declarer/reprise");
        assertThat(back.body()).contains("Huit personnes.");
        assertThat(nadia.author()).isEqualTo(shown);
    }

    @Test
    void somebody_elses_kept_form_disturbs_nobody_who_uses_the_browser_next() {
        var form = thanks(nadia.author());
        signIn(nadia, made.claire());
        assertThat(nadia.submit("/merci", form).body()).contains("gardé une heure");

        assertThat(nadia.submit("/logout", Map.of()).body())
                .contains("Votre session est fermée.")
                .doesNotContain("Votre session avait pris fin");
        assertThat(nadia.open("/mailles").uri().getPath()).isEqualTo("/connexion");
        var claires = signIn(nadia, made.claire());
        assertThat(claires.uri().getPath()).isEqualTo("/mailles");
        assertThat(claires.body()).contains("Vous êtes maintenant Claire");

        var nadias = signIn(nadia, made.nadia());
        assertThat(nadias.uri().getPath()).isEqualTo("/merci");
        assertThat(nadias.body()).contains(">Merci pour la salle</textarea>", "Vous êtes maintenant Nadia");
    }

    @Test
    void who_signs_in_to_a_claim_that_was_kept_still_reads_who_they_are() {
        var claim = new HashMap<>(thanks(nadia.author()));
        claim.putAll(Map.of(
                "sentence", "Huit personnes.", "member", made.nadia().member().toString()));
        signIn(nadia, made.claire());
        nadia.submit("/declarer", claim);

        var back = signIn(nadia, made.nadia());
        assertThat(back.uri().toString()).endsWith("/declarer/reprise");
        assertThat(back.body()).contains("Huit personnes.", "Vous êtes maintenant Nadia");
    }

    @Test
    void nothing_without_text_takes_the_place_of_a_text_that_is_kept() {
        var author = claire.author();
        var form = thanks(author);
        signIn(claire, made.nadia());
        claire.submit("/merci", form);

        for (var decided : List.of("/touches", "/" + UUID.randomUUID() + "/validation")) {
            var fields = new HashMap<>(written(author));
            fields.put("text", "what the queue was searched for");
            var answer = claire.submit("/coordination/valider" + decided, fields);
            assertThat(answer.uri().getPath()).as(decided).isEqualTo("/reprise/personne");
            assertThat(answer.body()).as(decided).doesNotContain("gardé une heure");
        }
        assertThat(signIn(claire, made.claire()).body()).contains(">Merci pour la salle</textarea>");
    }

    @Test
    void of_a_button_that_was_somebody_elses_nothing_is_said_to_be_kept_and_only_what_one_may_open_is_offered() {
        var author = claire.author();
        signIn(claire, made.nadia());
        var claim = network.claim(made, made.claire());
        var button = "/coordination/valider/" + claim + "/validation";
        for (var closed : List.of("/coordination/valider", "/contributions/" + claim, "/nulle-part", "//ailleurs")) {
            var answer = claire.submitFrom(closed, button, written(author));
            assertThat(answer.uri().toString()).as(closed).endsWith("/reprise/personne");
            assertThat(answer.body())
                    .as(closed)
                    .contains("Cette page était à une autre personne", "rien n’a été enregistré")
                    .contains("class=\"bouton bouton-principal\" href=\"/\">Retour à l’accueil")
                    .doesNotContain("gardé", "Rouvrir la page", "rouvrez la page");
        }
        assertThat(claire.submitFrom("/mailles?suite=", button, written(author)).body())
                .contains("class=\"bouton bouton-principal\" href=\"/mailles?suite=\">Rouvrir la page")
                .contains("class=\"bouton bouton-secondaire\" href=\"/\">Retour à l’accueil")
                .doesNotContain("gardé");
    }

    @Test
    void a_claims_choices_without_words_are_a_text_as_any_other() {
        var author = claire.author();
        var choices = new HashMap<>(written(author));
        choices.putAll(Map.of(
                "kind",
                "workshop-led",
                "day",
                "2026-01-15",
                "member",
                made.claire().member().toString()));
        signIn(claire, made.nadia());
        assertThat(claire.submit("/declarer", choices).body()).contains("gardé une heure");

        var button = "/coordination/valider/" + UUID.randomUUID() + "/validation";
        assertThat(claire.submit(button, written(author)).body()).doesNotContain("gardé une heure");
        assertThat(signIn(claire, made.claire()).uri().toString()).endsWith("/declarer/reprise");

        signIn(claire, made.nadia());
        assertThat(claire.submit("/merci", thanks(author)).uri().getQuery()).isEqualTo("gardee=true&remplace=true");
    }

    @Test
    void a_form_that_another_site_sends_takes_no_kept_texts_place() {
        var away = new Browser(port);
        away.submit("/merci", thanks(nadia.author()));
        var other = new HashMap<>(thanks(nadia.author()));
        other.put("words", "Écrit par un autre site");
        var answer = away.submitFromElsewhere("/merci", other);

        assertThat(answer.uri().getPath()).isEqualTo("/connexion");
        assertThat(jdbc.sql("select count(*) from web.kept_form")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(signIn(away, made.nadia()).body())
                .contains(">Merci pour la salle</textarea>")
                .doesNotContain("autre site");
    }

    @Test
    void the_page_says_where_a_text_takes_the_place_of_another_which_is_kept_no_longer() {
        var first = thanks(nadia.author());
        var second = new HashMap<>(thanks(nadia.author()));
        second.put("words", "Merci pour les chaises");
        signIn(nadia, made.claire());
        var replaced = "Un autre texte, gardé avant dans ce navigateur, ne l’est plus";

        assertThat(nadia.submit("/merci", first).body())
                .contains("gardé une heure")
                .doesNotContain(replaced);
        assertThat(nadia.submit("/merci", first).body())
                .as("the same form, pressed again")
                .contains("gardé une heure")
                .doesNotContain(replaced);
        assertThat(nadia.submit("/merci", second).body()).contains("gardé une heure", replaced);
        assertThat(jdbc.sql("select count(*) from web.kept_form")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(signIn(nadia, made.nadia()).body()).contains(">Merci pour les chaises</textarea>");
    }

    @Test
    void a_form_of_a_network_that_one_has_left_is_told_so_and_not_kept() {
        var other = network.make();
        network.joins(other.network(), made.nadia(), "Nadia D.");
        var author = nadia.author();
        var leaving = new HashMap<>(written(author));
        leaving.put("understood", "true");
        assertThat(nadia.submit("/moi/depart", leaving).uri().getPath()).isEqualTo("/");
        long before = recorded();

        assertThat(nadia.submit("/moi/depart", leaving).body())
                .contains("Vous n’êtes plus de ce réseau", "Votre départ est enregistré")
                .contains("Vous êtes maintenant Nadia D.");
        assertThat(nadia.submit("/merci", thanks(author)).body())
                .contains("Vous n’êtes plus de ce réseau", "rien n’a été enregistré", "n’est pas gardé");
        assertThat(jdbc.sql("select count(*) from web.kept_form")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void a_form_whose_token_went_with_the_session_says_that_it_was_somebody_elses() {
        assertThat(claire.submit("/merci", thanks(nadia.author()), "stale")
                        .uri()
                        .getPath())
                .isEqualTo("/reprise/personne");
    }

    @Test
    void whoever_is_signed_out_meanwhile_goes_to_sign_in() {
        var away = new Browser(port);
        assertThat(away.submit("/merci", thanks(nadia.author())).uri().getPath())
                .isEqualTo("/connexion");
    }

    @Test
    void a_pages_script_loads_the_whole_page_anew_and_leaves_what_is_typed_alone() {
        var sent = claire.part("/merci", thanks(nadia.author()));
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.headers().firstValue("HX-Redirect")).hasValue("/reprise/personne?gardee=true");

        var estimate = claire.part("/declarer/estimation", thanks(nadia.author()));
        assertThat(estimate.statusCode()).isEqualTo(403);
        assertThat(estimate.headers().map()).doesNotContainKeys("hx-redirect", "hx-refresh");

        var part = claire.part("/contributions", nadia.author());
        assertThat(part.statusCode()).isEqualTo(403);
        assertThat(part.headers().firstValue("HX-Refresh")).hasValue("true");
        assertThat(claire.part("/contributions", "").headers().firstValue("HX-Refresh"))
                .as("asked for from a page that was shown to nobody")
                .hasValue("true");
        assertThat(claire.part("/contributions", claire.author()).statusCode()).isEqualTo(200);
    }

    @Test
    void requests_with_a_token_are_not_concerned() throws IOException, InterruptedException {
        var token = tokens.make(Id.nextUuid(), made.nadia().person(), "essai", true, Duration.ofHours(1))
                .orElseThrow()
                .text();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/members/"
                        + made.nadia().member() + "/name"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Auteur", claire.author())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\": \"Nadia B.\"}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        }
        assertThat(nadia.open("/moi").body()).contains("Nadia B.");
    }

    // Who signs in says by that very form who they are.
    private static List<String> forms() {
        return PageTable.forms().stream()
                .filter(form -> !form.startsWith("/connexion") && !form.equals("/logout"))
                .map(form -> form.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .toList();
    }

    private Browser allowed(String form) {
        return permissions.of("POST", form).orElseThrow().administratorsOnly() ? ali : claire;
    }

    private static Map<String, String> written(String author) {
        return Map.of("key", UUID.randomUUID().toString(), "_auteur", author);
    }

    private static Map<String, String> thanks(String author) {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "qui",
                "Claire",
                "amount",
                "0",
                "words",
                "Merci pour la salle",
                "_auteur",
                author);
    }

    private static HttpResponse<String> signIn(Browser browser, Someone someone) {
        return browser.submit(
                "/connexion/demonstration", Map.of("person", someone.person().toString()));
    }

    private long recorded() {
        return jdbc.sql("select max(position) from journal.event")
                .query(Long.class)
                .single();
    }
}
