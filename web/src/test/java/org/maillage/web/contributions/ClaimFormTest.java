package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class ClaimFormTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern DAY = Pattern.compile("name=\"day\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    TestNetwork.Made made;
    Browser nadia;

    @BeforeEach
    void nadia_has_signed_in() {
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void a_verb_opens_its_first_kind_and_for_whoever_claims_another_more_often_that_one() {
        var lead = Pattern.compile("(?s)<select[^>]*id=\"kind-LEAD\"[^>]*>(.*?)</select>");
        var first = Browser.first(lead, nadia.open("/declarer").body());
        assertThat(first).doesNotContain("selected").containsSubsequence("workshop-led", "training-given");

        for (var day : new int[] {3, 4}) {
            var form = filled("1");
            form.remove("kind");
            form.putAll(Map.of("role", "LEAD", "kind-LEAD", "training-given"));
            form.put(
                    "day",
                    LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(day).toString());
            assertThat(nadia.submit("/declarer", form).statusCode()).isEqualTo(200);
        }
        network.claim(made, made.nadia());

        assertThat(Browser.first(lead, nadia.open("/declarer").body()))
                .containsPattern("value=\"training-given\"[^>]*selected=\"selected\"")
                .doesNotContainPattern("value=\"workshop-led\"[^>]*selected");
    }

    @Test
    void a_double_click_makes_one_claim() {
        var fields = filled("2");
        var first = nadia.submit("/declarer", fields);
        var second = nadia.submit("/declarer", fields);
        assertThat(first.body()).contains("C’est envoyé");
        assertThat(second.uri()).isEqualTo(first.uri());
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void more_than_twelve_hours_are_asked_about_and_sent_when_confirmed() {
        var fields = filled("13");
        var asked = nadia.submit("/declarer", fields);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("Plus de 12 h ce jour-là\u00a0: est-ce exact\u00a0?", "value=\"13\"");
        assertThat(claims()).isZero();

        fields.put("longDay", "yes");
        assertThat(nadia.submit("/declarer", fields).body()).contains("C’est envoyé");
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void twenty_five_hours_in_a_day_are_refused_with_what_to_write_instead() {
        var refused = nadia.submit("/declarer", filled("25"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("C’est plus qu’une journée", "jusqu’à 24 h");
        assertThat(nadia.submit("/declarer", filled("")).body())
                .contains("Choisissez une durée")
                .doesNotContain("C’est plus qu’une journée");
        assertThat(nadia.submit("/declarer", filled("-1")).body()).contains("Écrivez combien de temps");
        for (var field : List.of("hours", "minutes")) {
            assertThat(refused.body()).containsPattern(marked(field, "duration"));
        }
        assertThat(refused.body()).doesNotContainPattern(marked("day", "day"));
        assertThat(claims()).isZero();
    }

    private static String marked(String field, String group) {
        return "<input[^>]* id=\"" + field + "\"[^>]* aria-invalid=\"true\" aria-describedby=\"" + group + "-erreur\"";
    }

    @Test
    void a_day_to_come_a_missing_kind_and_unreadable_text_are_said_beside_their_field() {
        var tomorrow = filled("2");
        tomorrow.put("day", "2999-01-01");
        assertThat(nadia.submit("/declarer", tomorrow).body())
                .contains("Ce jour n’est pas encore venu")
                .containsPattern(marked("day", "day"))
                .doesNotContainPattern(marked("hours", "duration"));
        var without = filled("2");
        without.put("kind", "");
        assertThat(nadia.submit("/declarer", without).body()).contains("Choisissez ce que vous avez fait.");
        var unreadable = filled("2");
        unreadable.put("title", "a\u202Eb");
        var answer = nadia.submit("/declarer", unreadable);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("caractères invisibles");
        assertThat(claims()).isZero();
    }

    @Test
    void all_that_is_wrong_with_a_claim_is_said_in_one_round_in_the_order_of_the_page() {
        var wrong = filled("2");
        wrong.put("kind", "");
        wrong.put("day", "2999-01-01");
        wrong.put("with", "new-1");
        wrong.put("name-new-1", "Jeanne Roux");
        wrong.put("email-new-1", "jeanne@");
        wrong.put("hours-new-1", "99");
        wrong.put("who", "clair");
        wrong.put("link", "http://");
        wrong.put("title", "T".repeat(121));
        wrong.put("sentence", "S".repeat(2_001));
        wrong.put("preparation", "-5");

        var answer = nadia.submit("/declarer", wrong);

        assertThat(answer.statusCode()).isEqualTo(400);
        var summary = Browser.first(Pattern.compile("(?s)class=\"resume-erreurs\".*?<ul>(.*?)</ul>"), answer.body());
        assertThat(summary)
                .containsSubsequence(
                        "#kind\"",
                        "#day\"",
                        "#email-new-1\"",
                        "#hours-new-1\"",
                        "#who\"",
                        "#link\"",
                        "#sentence\"",
                        "#title\"",
                        "#preparation\"");
        assertThat(claims()).isZero();
    }

    @Test
    void a_script_that_sends_a_claim_is_told_the_page_that_takes_the_place_of_the_form() {
        var fields = filled("2");
        var answer = nadia.part("/declarer", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("HX-Redirect")).isEmpty();
        assertThat(answer.headers().firstValue("HX-Location").orElseThrow())
                .contains("\"path\": \"/contributions/" + fields.get("key") + "\"", "\"target\": \"#contenu\"");
        assertThat(nadia.open("/contributions/" + fields.get("key")).body()).contains("C’est envoyé", "data-focus");
    }

    @Test
    void a_preparation_that_is_no_part_of_a_day_is_refused_beside_its_field() {
        for (var minutes : List.of("-5", "99999")) {
            var fields = filled("2");
            fields.put("preparation", minutes);
            var refused = nadia.submit("/declarer", fields);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("id=\"preparation-erreur\"", "value=\"" + minutes + "\"")
                    .doesNotContain("id=\"duration-erreur\"");
        }
        assertThat(claims()).isZero();
    }

    @Test
    void units_of_a_kind_that_is_counted_in_time_are_refused_beside_their_field() {
        var both = filled("2");
        both.put("units", "3");
        var answer = nadia.submit("/declarer", both);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("href=\"#units\"").contains("Ce genre se compte autrement.");
        assertThat(claims()).isZero();
    }

    @Test
    void digits_of_another_script_are_refused_rather_than_guessed() {
        assertThat(nadia.submit("/declarer", filled("\u0662")).statusCode()).isEqualTo(400);
        assertThat(claims()).isZero();
    }

    @Test
    void a_claim_is_declined_with_a_reason_that_somebody_chose_and_once() {
        var claim = network.claim(made, made.nadia());
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var without = claire.submit("/contributions/" + claim + "/refus", declining("", "mes mots"));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body())
                .contains("href=\"#motif-refus\"")
                .contains("Choisissez un motif\u00a0: la personne le lira.")
                .contains(">mes mots</textarea>");
        assertThat(claire.submit("/contributions/" + claim + "/refus", declining("DUPLICATE", ""))
                        .body())
                .contains("La contribution est refusée.");
        assertThat(claire.submit("/contributions/" + claim + "/refus", declining("DUPLICATE", "d’autres mots"))
                        .body())
                .contains("C’était déjà fait.")
                .doesNotContain("d’autres mots");
    }

    @Test
    void a_share_is_corrected_within_the_hours_of_a_day() {
        var claim = network.claim(made, made.nadia());
        for (var hours : new String[] {"30", "-1", "", "99999999999"}) {
            var answer = nadia.submit(
                    "/contributions/" + claim + "/correction",
                    Map.of(
                            "key",
                            java.util.UUID.randomUUID().toString(),
                            "share",
                            java.util.UUID.randomUUID().toString(),
                            "hours",
                            hours));
            assertThat(answer.statusCode()).as(hours).isEqualTo(400);
            assertThat(answer.body()).as(hours).contains("jusqu’à 24 h");
        }
    }

    private static Map<String, String> declining(String reason, String words) {
        return Map.of("key", java.util.UUID.randomUUID().toString(), "reason", reason, "words", words);
    }

    @Test
    void a_second_claim_of_the_same_kind_and_day_is_asked_about() {
        nadia.submit("/declarer", filled("1"));
        var again = filled("1");
        var asked = nadia.submit("/declarer", again);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("Est-ce la même\u00a0?");
        again.put("duplicate", "yes");
        assertThat(nadia.submit("/declarer", again).body()).contains("C’est envoyé");
        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void the_claim_of_another_network_is_unknown() {
        var elsewhere = network.make();
        var claim = network.claim(elsewhere, elsewhere.nadia());
        var answer = nadia.open("/contributions/" + claim);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("n’existe pas dans ce réseau");
        var decided = nadia.submit(
                "/contributions/" + claim + "/validation",
                Map.of("key", java.util.UUID.randomUUID().toString()));
        assertThat(decided.statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_validates_what_they_gain_from() {
        var claim = network.claim(made, made.claire());
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        assertThat(claire.open("/contributions/" + claim).body()).contains("Vous ne pouvez pas valider votre propre");
        var refused = claire.submit(
                "/contributions/" + claim + "/validation",
                Map.of("key", java.util.UUID.randomUUID().toString()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Vous ne pouvez pas décider de ce qui vous profite");
    }

    private Map<String, String> filled(String hours) {
        var form = nadia.open("/declarer").body();
        return new HashMap<>(Map.of(
                "key",
                Browser.first(KEY, form),
                "kind",
                "workshop-led",
                "hours",
                hours,
                "day",
                Browser.first(DAY, form),
                "payment",
                "UNPAID"));
    }

    private int claims() {
        return views.contributions()
                .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 50)
                .items()
                .size();
    }
}
