package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.evidence.EvidenceUploads;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the claim form does before it is sent: again, how much, files, and a session that ended. */
@RunningProgram
class ClaimHelpTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern TRACE = Pattern.compile("name=\"trace\" value=\"([^\"]+)\"");
    private static final String PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    EvidenceUploads uploads;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser nadia;

    @BeforeEach
    void nadia_has_signed_in() {
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void an_earlier_claim_is_made_again_with_its_card_and_one_press_more() {
        var earlier = network.claim(made, made.nadia());
        assertThat(nadia.open("/declarer").body()).contains("/declarer?refaire=" + earlier, "Premiers pas");
        var again = nadia.open("/declarer?refaire=" + earlier).body();
        assertThat(again)
                .containsPattern("value=\"LEAD\"[^>]*checked")
                .containsPattern("value=\"120\"[^>]*checked")
                .contains("value=\"Premiers pas\"");
        var sent = nadia.submit(
                "/declarer",
                Map.of(
                        "key",
                        Browser.first(KEY, again),
                        "role",
                        "LEAD",
                        "kind-LEAD",
                        "workshop-led",
                        "duration",
                        "120",
                        "day",
                        "2026-01-15",
                        "payment",
                        "UNPAID",
                        "title",
                        "Premiers pas"));
        assertThat(sent.body()).contains("C’est envoyé");
        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void what_is_offered_again_stands_or_waits_and_says_its_day_as_people_do() {
        network.claim(made, made.nadia(), "De ce matin", 0);
        network.validate(made, network.claim(made, made.nadia(), "De la veille", 1));
        network.claim(made, made.nadia(), "D’avant", 2);
        var reversed = network.claim(made, made.nadia(), "Cercle annulé", 3);
        var declined = network.claim(made, made.nadia(), "Cercle refusé", 3);
        var withdrawn = network.claim(made, made.nadia(), "Cercle retiré", 3);
        network.validate(made, reversed);
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        answer(claire, reversed, "validation-annulee", "MISTAKE");
        answer(claire, declined, "refus", "DUPLICATE");
        answer(nadia, withdrawn, "retrait", "");
        for (var claim : List.of(reversed, declined, withdrawn)) {
            assertThat(views.contributions().find(made.network(), claim, AsOf.NOW))
                    .hasValueSatisfying(
                            found -> assertThat(found.state().isStanding()).isFalse());
        }

        var page = nadia.open("/declarer").body();

        assertThat(page)
                .containsSubsequence("De ce matin", "2\u00a0h, comme aujourd’hui")
                .containsSubsequence("De la veille", "2\u00a0h, comme hier")
                .containsSubsequence("D’avant", "2\u00a0h, comme ")
                .doesNotContain("Cercle annulé", "Cercle refusé", "Cercle retiré");
    }

    private static void answer(Browser browser, ContributionId claim, String answer, String reason) {
        var form = Map.of("key", UUID.randomUUID().toString(), "reason", reason);
        assertThat(browser.submit("/contributions/" + claim + "/" + answer, form)
                        .statusCode())
                .as(answer)
                .isEqualTo(200);
    }

    @Test
    void the_claim_of_somebody_else_is_not_made_again_by_its_address() {
        var claim = network.claim(made, made.claire());
        assertThat(nadia.open("/declarer?refaire=" + claim).statusCode()).isEqualTo(404);
    }

    @Test
    void what_it_would_be_worth_is_said_with_its_computation_before_sending() {
        var asked = nadia.submit("/declarer", with(filled(), "act", "estimate"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Pourquoi 4\u00a0?", "Barème n°\u00a01", "animer, par heure");
        var paid = with(filled(), "payment", "PAID");
        assertThat(nadia.submit("/declarer/estimation", paid).body())
                .contains("pour le fonds commun")
                .doesNotContain("<html");
        assertThat(nadia.submit("/declarer/estimation", with(filled(), "role", ""))
                        .body())
                .contains("Combien de mailles");
        assertThat(claims()).isZero();
    }

    @Test
    void a_file_is_kept_while_the_form_is_shown_again_and_belongs_to_the_claim() {
        var wrong = nadia.upload("/declarer", with(filled(), "role", ""), Map.of("document", PDF));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Choisissez ce que vous avez fait.");
        var file = Browser.first(TRACE, wrong.body());

        var sent = nadia.submit("/declarer", with(filled(), "trace", file));
        assertThat(sent.body()).contains("C’est envoyé", "/traces/" + file);
        var shown = nadia.open("/traces/" + file);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");

        var other = nadia.submit("/declarer", with(with(filled(), "trace", file), "day", "2026-01-16"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("Un fichier n’est plus là");
        var elsewhere = network.make();
        var stranger = TestNetwork.signedIn(port, "fr", elsewhere.nadia().person());
        assertThat(stranger.open("/traces/" + file).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_no_claim_names_is_purged_after_a_day_and_one_of_a_claim_never() {
        var form = filled();
        var kept = Browser.first(
                TRACE,
                nadia.upload("/declarer", with(form, "act", "keep"), Map.of("document", PDF))
                        .body());
        assertThat(nadia.submit("/declarer", with(form, "trace", kept)).body()).contains("C’est envoyé");
        var alone = Browser.first(
                TRACE,
                nadia.upload("/declarer", with(filled(), "act", "keep"), Map.of("document", PDF + "%%EOF"))
                        .body());

        assertThat(uploads.purge(Instant.now().minusSeconds(3600))).isZero();
        assertThat(uploads.purge(Instant.now().plusSeconds(60))).isPositive();

        assertThat(uploads.open(EvidenceId.of(alone))).isEmpty();
        assertThat(uploads.open(EvidenceId.of(kept))).isPresent();
    }

    @Test
    void a_file_that_is_too_large_or_not_what_it_says_has_words_of_its_own() {
        var large = nadia.upload("/declarer", filled(), Map.of("photo", "a".repeat(14 * 1_024 * 1_024)));
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("href=\"#photo\"", "Ce fichier dépasse 10 Mo.");
        var other = nadia.upload("/declarer", filled(), Map.of("photo", "ceci est un texte"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("n’est ni une photo, ni un PDF, ni un son lisible");
        assertThat(claims()).isZero();
    }

    @Test
    void texts_that_are_too_long_and_a_link_that_is_none_are_said_beside_their_fields() {
        var form = with(filled(), "sentence", "a".repeat(2_001));
        form.put("title", "b".repeat(121));
        form.put("link", "pas une adresse");
        var answer = nadia.submit("/declarer", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("href=\"#sentence\"", "href=\"#title\"", "href=\"#link\"", "pas une adresse");
        assertThat(claims()).isZero();
    }

    @Test
    void who_has_sent_much_without_claiming_sends_no_more_until_a_day_later() {
        nadia.upload("/declarer", with(filled(), "role", ""), Map.of("document", PDF));
        var heavy = "update web.evidence_upload set bytes = ? where member = ?";
        assertThat(jdbc.sql(heavy)
                        .params(60L * 1_024 * 1_024, made.nadia().member().value())
                        .update())
                .isEqualTo(1);

        var refused = nadia.upload("/declarer", with(filled(), "role", ""), Map.of("document", PDF));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("href=\"#document\"", "60\u00a0Mo").doesNotContainPattern(TRACE);
        assertThat(uploads.unclaimed(made.claire().member())).isZero();
        jdbc.sql("update web.evidence_upload set uploaded_at = uploaded_at - interval '25 hours' where member = ?")
                .param(made.nadia().member().value())
                .update();
        assertThat(nadia.upload("/declarer", with(filled(), "role", ""), Map.of("document", PDF))
                        .body())
                .containsPattern(TRACE)
                .doesNotContain("60\u00a0Mo");
        // Nothing old is left for a test of the purge.
        assertThat(uploads.purge(Instant.now().minusSeconds(3600))).isPositive();
    }

    @Test
    void the_usual_answer_is_said_once_five_claims_were_decided_and_a_commune_by_its_name() {
        assertThat(nadia.submit("/declarer", filled()).body())
                .contains("C’est envoyé. La coordination la regarde.")
                .doesNotContain("Réponse habituelle");
        for (int i = 0; i < 5; i++) {
            network.validate(made, network.claim(made, made.nadia(), "Atelier " + i));
        }
        var form = with(filled(), "day", "2026-01-21");
        form.putAll(Map.of("where", "commune", "commune", "chalons en champagne"));

        var sent = nadia.submit("/declarer", form);

        assertThat(sent.body())
                .contains("C’est envoyé. Réponse habituelle\u00a0: moins d’une heure.", "Châlons-en-Champagne")
                .doesNotContain("51108");
        assertThat(nadia.open("/contributions").body())
                .contains("Châlons-en-Champagne")
                .doesNotContain("51108");
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        assertThat(claire.open("/coordination/valider").body())
                .contains("Châlons-en-Champagne")
                .doesNotContain("51108");
    }

    @Test
    void what_is_left_in_the_hidden_field_of_a_commune_keeps_no_claim_back() {
        for (var where : List.of("", "remote")) {
            var form = with(filled(), "where", where);
            form.putAll(Map.of("commune", "Saint-Martin", "day", where.isEmpty() ? "2026-01-22" : "2026-01-23"));

            var sent = nadia.submit("/declarer", form);

            assertThat(sent.statusCode()).as(where).isEqualTo(200);
            assertThat(sent.body()).contains("C’est envoyé.").doesNotContain("Saint-Martin");
        }
    }

    @Test
    void a_number_that_is_the_code_of_no_commune_comes_back_with_the_rest_of_the_form() {
        for (var code : List.of("99999", "51999", "51000")) {
            var form = with(filled(), "sentence", "Huit personnes.");
            form.putAll(Map.of("where", "commune", "commune", code));

            var back = nadia.submit("/declarer", form);

            assertThat(back.statusCode()).isEqualTo(400);
            assertThat(back.body())
                    .contains("Aucune commune ne porte ce nom", "value=\"" + code + "\"", "Huit personnes.");
        }
        var form = with(filled(), "where", "commune");
        form.put("commune", "51108");
        assertThat(nadia.submit("/declarer", form).body()).contains("Châlons-en-Champagne");
    }

    @Test
    void a_form_that_is_sent_after_the_session_ended_is_there_after_signing_in_again() {
        var form = with(filled(), "sentence", "Huit personnes, la plupart pour la première fois.");
        form.put("member", made.nadia().member().toString());
        form.put("_auteur", nadia.author());
        var away = new Browser(port);
        assertThat(away.submit("/declarer", form).uri().getPath()).isEqualTo("/connexion");

        var back = away.submit(
                "/connexion/demonstration",
                Map.of("person", made.nadia().person().toString()));
        assertThat(back.uri().getPath()).isEqualTo("/declarer/reprise");
        assertThat(back.body())
                .contains(
                        "Votre session ou votre réseau avait changé",
                        "Huit personnes, la plupart pour la première fois.")
                .contains("value=\"" + form.get("key") + "\"");
        assertThat(away.open("/declarer/reprise").body())
                .as("opened again, it is still there")
                .contains("Huit personnes, la plupart pour la première fois.");
        var another = with(filled(), "day", "2026-01-20");
        assertThat(away.submit("/declarer", another).body()).contains("C’est envoyé");
        assertThat(away.open("/declarer/reprise").uri().getPath()).isEqualTo("/declarer/reprise");
        assertThat(away.submit("/declarer", form).body()).contains("C’est envoyé");
        assertThat(claims()).isEqualTo(2);
        assertThat(away.open("/declarer/reprise").uri().getPath()).isEqualTo("/declarer");
    }

    @Test
    void somebody_else_who_signs_in_at_that_browser_sees_nothing_of_it() {
        var form = with(filled(), "sentence", "Pour la coordination seulement.");
        form.put("member", made.nadia().member().toString());
        form.put("_auteur", nadia.author());
        var away = new Browser(port);
        away.submit("/declarer", form);
        var back = away.submit(
                "/connexion/demonstration",
                Map.of("person", made.claire().person().toString()));
        assertThat(back.body()).doesNotContain("Pour la coordination seulement.");
    }

    private Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "key",
                Browser.first(KEY, nadia.open("/declarer").body()),
                "role",
                "LEAD",
                "kind-LEAD",
                "workshop-led",
                "duration",
                "120",
                "day",
                "2026-01-15",
                "payment",
                "UNPAID"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private int claims() {
        return views.contributions()
                .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 50)
                .items()
                .size();
    }
}
