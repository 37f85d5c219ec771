package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.Malformed;
import org.maillage.ledger.value.StreamId;

/** Codes are read aloud and typed by people. */
class BadgeCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"7KQ4-M2XD", "7kq4m2xd", " 7KQ4 M2XD ", "7KQ4–M2XD"})
    void a_code_is_read_however_it_was_typed(String typed) {
        assertThat(BadgeCode.typed(typed)).isEqualTo(new BadgeCode("7KQ4M2XD"));
        assertThat(BadgeCode.typed(typed).shown()).isEqualTo("7KQ4-M2XD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQ4-M2X", "7KQ4-M2XO", "7KQ4-M2X0", "7KQ4-M2XDD", "ÀKQ4-M2XD"})
    void what_is_no_code_is_malformed(String typed) {
        assertThatThrownBy(() -> BadgeCode.typed(typed)).isInstanceOf(Malformed.class);
    }

    @Test
    void drawn_codes_differ_and_so_do_their_streams() {
        var random = new Random(12);
        var codes = new HashSet<BadgeCode>();
        var streams = new HashSet<StreamId>();
        for (int i = 0; i < 2_000; i++) {
            var code = BadgeCode.drawn(random);
            codes.add(code);
            streams.add(StreamId.of(code));
        }
        assertThat(codes).hasSize(2_000);
        assertThat(streams).hasSize(2_000);
    }
}
