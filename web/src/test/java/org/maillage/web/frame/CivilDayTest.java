package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-09", "09/11/2026", "9/11/2026", "09.11.2026", " 09/11/2026 "})
    void a_day_is_read_as_a_field_sends_it_and_as_people_write_it(String text) {
        assertThat(CivilDay.of(text)).isEqualTo(LocalDate.of(2026, 11, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "11/19/2026", "09/11/26", "01/01/1899", "demain", "09/11/20261"})
    void what_is_no_day_is_refused(String text) {
        assertThatThrownBy(() -> CivilDay.of(text)).isInstanceOf(DateTimeException.class);
    }
}
