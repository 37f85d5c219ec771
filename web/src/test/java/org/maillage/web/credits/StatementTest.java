package org.maillage.web.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class StatementTest {

    private static final Pattern LINE = Pattern.compile("href=\"(/mailles/[0-9]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Clock clock;

    TestNetwork.Made made;
    Browser nadia;

    @BeforeEach
    void two_hours_of_hers_are_validated() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void a_line_says_why_it_is_that_many_and_what_is_available_afterwards() {
        var page = nadia.open("/mailles").body();

        assertThat(page)
                .contains("Mailles disponibles", "Mailles de mes contributions")
                .contains("Premiers pas", "Atelier animé, 2\u00a0h", "Validée le ")
                .contains("2\u00a0h\u00a0×\u00a02 (animer, barème n°\u00a01) =\u00a04\u00a0mailles")
                .contains("120 min × 200 / 60 = 400")
                .contains("Disponibles ensuite\u00a0: 4\u00a0mailles");
    }

    @Test
    void a_line_opens_its_event_with_where_it_stands_and_who_recorded_it() {
        var line = Browser.first(LINE, nadia.open("/mailles").body());

        var page = nadia.open(line).body();

        assertThat(page)
                .contains("credit.issued.1", "account-member/" + made.nadia().member())
                .contains("Enregistré par", "2\u00a0h\u00a0×\u00a02 (animer, barème n°\u00a01) =\u00a04\u00a0mailles");
    }

    @Test
    void a_line_of_somebody_else_is_not_found_not_even_by_the_coordination() {
        var line = Browser.first(LINE, nadia.open("/mailles").body());
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());

        assertThat(nadia.open(line).statusCode()).isEqualTo(200);
        assertThat(claire.open(line).statusCode()).isEqualTo(404);
        assertThat(nadia.open("/mailles/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void it_can_be_narrowed_and_read_as_of_an_earlier_day() {
        assertThat(nadia.open("/mailles?genre=donnees").body()).contains("Aucun mouvement");
        assertThat(nadia.open("/mailles?genre=contributions").body()).contains("Atelier animé");
        assertThat(nadia.open("/mailles?date=2020-01-31").body())
                .contains("vendredi 31 janvier 2020", "Aucun mouvement")
                .contains("le registre de ce réseau commence le")
                .doesNotContain("Atelier animé");
        assertThat(nadia.open("/mailles?du=" + today() + "&au=" + today()).body())
                .contains("Atelier animé");
    }

    @Test
    void what_cannot_be_asked_is_said_beside_its_field_and_kept() {
        var tomorrow = today().plusDays(1);
        assertThat(nadia.open("/mailles?date=" + tomorrow))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body())
                        .contains("date-erreur", "Ce jour n’est pas encore venu", "value=\"" + tomorrow + "\""));
        assertThat(nadia.open("/mailles?date=31/02/2026").body())
                .contains("Cette date ne se lit pas", "Voici aujourd’hui");
        assertThat(nadia.open("/mailles?du=2026-03-02&au=2026-03-01").body())
                .contains("au-erreur", "Cette période finit avant de commencer");
        assertThat(nadia.open("/mailles?genre=autre").statusCode()).isEqualTo(400);
        assertThat(nadia.open("/mailles?suite=rien").uri().getQuery())
                .as("from its beginning")
                .isNull();
    }

    @Test
    void it_downloads_as_a_spreadsheet_of_the_readers_language() {
        var french = nadia.open("/mailles/releve.csv");
        var english = TestNetwork.signedIn(port, "en", made.nadia().person()).open("/mailles/releve.csv");

        assertThat(french.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(french.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "releve-de-mailles-" + today() + ".csv");
        assertThat(french.body()).startsWith("\ufeffEnregistré le;Mouvement;").contains("Atelier animé;", ";4,00;");
        assertThat(french.body().lines()).hasSize(2);
        assertThat(english.body()).startsWith("\ufeffRecorded on,Movement,").contains(",4.00,");
        assertThat(nadia.open("/mailles/releve.csv?date=2020-01-31").body().lines())
                .hasSize(1);
        assertThat(nadia.open("/mailles/releve.csv?date=hier").statusCode()).isEqualTo(400);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }
}
