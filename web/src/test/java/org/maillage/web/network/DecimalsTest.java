package org.maillage.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2|200", "2,5|250", "2.05|205", "0,25|25", "''|0", "10000|1000000", "33,34|3334"})
    void a_number_is_read_with_a_comma_or_a_point(String typed, long hundredths) {
        assertThat(Decimals.hundredths(typed)).isEqualTo(hundredths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "2,555", "deux", ",5", "1 000", "٣", "99999999"})
    void anything_else_is_no_number(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.hundredths(typed));
    }

    @Test
    void what_is_shown_reads_as_the_same_number() {
        for (long hundredths = 0; hundredths < 2_000; hundredths++) {
            assertThat(Decimals.hundredths(Decimals.typed(hundredths))).isEqualTo(hundredths);
        }
    }
}
