package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ShareId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can be typed into the pages of claims and of mailles, and is refused. */
@RunningProgram
class PageInputTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    private TestNetwork.Made made;
    private Browser nadia;

    @BeforeEach
    void sign_in() {
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void a_day_that_nothing_can_hold_is_refused() {
        for (var day : List.of("%2B999999999-01-01", "-999999999-01-01", "1899-12-31", "9999-12-31", "demain")) {
            assertThat(nadia.open("/mailles?date=" + day).statusCode()).as(day).isEqualTo(400);
        }
        assertThat(nadia.open("/mailles?date=2026-01-31").statusCode()).isEqualTo(200);
        assertThat(nadia.open("/mailles?date=").statusCode()).isEqualTo(200);
        for (var day : List.of("+999999999-01-01", "-999999999-01-01", "demain")) {
            var answer = claim("8", day, Map.of());
            assertThat(answer.statusCode()).as(day).isEqualTo(400);
            assertThat(answer.body()).as(day).contains("Écrivez le jour, comme 19/11/2026.");
        }
        assertThat(claim("8", "19/11/2020", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_duration_that_no_day_has_is_refused() {
        var claim = network.claim(made, made.nadia());
        for (var hours : List.of("2147483647", "-2147483648", "25", "35791395", "-1")) {
            var key = java.util.UUID.randomUUID().toString();
            var fields = Map.of("key", key, "share", ShareId.next().toString(), "hours", hours);
            assertThat(nadia.submit("/contributions/" + claim + "/correction", fields)
                            .statusCode())
                    .as(hours)
                    .isEqualTo(400);
            assertThat(claim(hours, yesterday(), Map.of()).statusCode())
                    .as(hours)
                    .isEqualTo(400);
        }
    }

    @Test
    void the_page_asks_about_a_long_day_over_all_its_claims() {
        assertThat(claim("8", yesterday(), Map.of()).statusCode()).isEqualTo(200);

        var asked = claim("8", yesterday(), Map.of());
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("name=\"longDay\"");
        var answered = claim("8", yesterday(), Map.of("longDay", "true", "duplicate", "true"));
        assertThat(answered.statusCode()).isEqualTo(200);
        var refused = claim("9", yesterday(), Map.of("longDay", "true", "duplicate", "true"));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void a_link_that_nobody_could_open_is_said_beside_its_field_and_one_that_is_well_written_is_taken() {
        var wrong = Map.of(
                "https://exemple.fr/mon atelier", "Il y a une espace dans cette adresse",
                "http://", "Il manque le nom du site",
                "https://exemple.fr/%zz", "Cette adresse ne se lit pas",
                "ftp://exemple.fr/photo", "Une adresse commence par https://",
                "http://192.168.1.10/photo", "ne s’ouvre que sur votre appareil ou dans votre structure",
                "http://localhost:8080/", "ne s’ouvre que sur votre appareil ou dans votre structure",
                "https://nadia:secret@exemple.fr/", "un identifiant ou un mot de passe");
        wrong.forEach((link, said) -> {
            var answer = claim("2", yesterday(), Map.of("link", link));
            assertThat(answer.statusCode()).as(link).isEqualTo(400);
            assertThat(answer.body()).as(link).contains("id=\"link-erreur\"", said, "value=\"" + link + "\"");
        });

        var taken = claim("2", yesterday(), Map.of("link", "https://exemple.fr/page-que-personne-n-a-ouverte"));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("https://exemple.fr/page-que-personne-n-a-ouverte");
    }

    @Test
    void an_address_that_holds_no_id_leads_to_no_page() {
        for (var path : List.of("/contributions/abc", "/mailles/abc", "/contributions/" + made.network() + "0")) {
            var answer = nadia.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("Cette page n’existe pas", "href=\"/\"");
        }
    }

    private HttpResponse<String> claim(String hours, String day, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("kind", "workshop-led", "hours", hours, "day", day, "payment", "UNPAID"));
        fields.put("key", Browser.first(KEY, nadia.open("/declarer").body()));
        fields.putAll(more);
        return nadia.submit("/declarer", fields);
    }

    private static String yesterday() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1).toString();
    }
}
