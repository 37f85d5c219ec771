package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@somme", " =1+1", "\t=1", "\r=1", "\n=1", "＝1", "\u00a0@x"})
    void a_text_that_a_spreadsheet_would_run_shows_as_text(String text) {
        assertThat(Csv.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Merci", "2 = 2", "l’aide", "   "})
    void any_other_text_stays_as_it_is(String text) {
        assertThat(Csv.text(text)).isEqualTo(text);
    }
}
