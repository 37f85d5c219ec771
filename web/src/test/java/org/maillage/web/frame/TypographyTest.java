package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypographyTest {

    @Test
    void no_line_begins_with_a_sign_or_ends_with_an_opening_quote() {
        assertThat(Typography.french("« Premiers pas » : est-ce la même ? Non ; 20 % !"))
                .isEqualTo("«\u00a0Premiers pas\u00a0»\u00a0: est-ce la même\u00a0? Non\u00a0; 20\u00a0%\u00a0!");
        assertThat(Typography.french("Barème n° 3, événement n° 12"))
                .isEqualTo("Barème n°\u00a03, événement n°\u00a012");
        assertThat(Typography.french("")).isEmpty();
        assertThat(Typography.french("à 16:40, a;b")).isEqualTo("à 16:40, a;b");
    }

    @Test
    void french_messages_are_printed_so_and_others_as_they_are_written() throws IOException {
        var messages = new Languages().messageSource();
        assertThat(messages.getMessage("words.quote", new Object[] {"Merci"}, Locale.FRENCH))
                .isEqualTo("«\u00a0Merci\u00a0»");
        assertThat(messages.getMessage("signin.intro", null, Locale.FRENCH)).contains("mot de passe\u00a0: nous");
        assertThat(messages.getMessage("tariff.number", new Object[] {3}, Locale.FRENCH))
                .isEqualTo("Barème n°\u00a03");
        assertThat(messages.getMessage("words.quote", new Object[] {"Thanks"}, Locale.ENGLISH))
                .isEqualTo("“Thanks”");
    }

    @Test
    void the_first_of_a_month_is_written_as_the_language_writes_it() throws IOException {
        var messages = new Languages().messageSource();
        var first = LocalDate.of(2026, 6, 1);
        assertThat(said(first, messages.getMessage("shell.date.first", null, Locale.FRENCH), Locale.FRENCH))
                .isEqualTo("lundi 1er juin 2026");
        assertThat(said(first, messages.getMessage("shell.date.first", null, Locale.ENGLISH), Locale.ENGLISH))
                .isEqualTo("Monday 1 June 2026");
    }

    private static String said(LocalDate day, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
