package org.maillage.badge.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.badge.jsonld.Malformed.Problem;

class StrictJsonTest {

    @Test
    void a_document_is_read_and_written_in_its_own_order() throws Malformed {
        var text = "{\"b\":[1,-2.5,true,null,\"é\\n😀\"],\"a\":{}}";

        assertThat(new String(StrictJson.write(StrictJson.read(text.getBytes(UTF_8))), UTF_8))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":1} | DUPLICATE_KEY",
                "{\"a\":{\"b\":1,\"b\":2}} | DUPLICATE_KEY",
                "{\"a\":1,\"\\u0061\":2} | DUPLICATE_KEY",
                "{\"a\":\"\\ud800\"} | LONE_SURROGATE",
                "{\"a\":\"\\udc00\\ud800\"} | LONE_SURROGATE",
                "{\"\\ud83d\":1} | LONE_SURROGATE",
                "{\"a\":\"x\\u0000\"} | NUL_CHARACTER",
                "{\"a\":1e999} | NUMBER_OUT_OF_RANGE",
                "{\"a\":-1e999} | NUMBER_OUT_OF_RANGE",
                "{\"a\":9007199254740992} | NUMBER_OUT_OF_RANGE",
                "{\"a\":123456789012345678901234567890} | NUMBER_OUT_OF_RANGE",
                "{\"a\":NaN} | NOT_JSON",
                "{\"a\":01} | NOT_JSON",
                "{'a':1} | NOT_JSON",
                "{\"a\":1}{} | NOT_JSON",
                "{\"a\":1 | NOT_JSON",
                "[1,2 | NOT_JSON",
                "/* no */{} | NOT_JSON",
                "[] | NOT_AN_OBJECT",
                "\"text\" | NOT_AN_OBJECT",
                "`` | NOT_JSON"
            })
    void what_two_programs_could_read_differently_is_refused(String text, Problem problem) {
        assertThat(problemOf(text.getBytes(UTF_8))).isEqualTo(problem);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        assertThat(problemOf(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}))
                .isEqualTo(Problem.NOT_UTF_8);
        // A surrogate as three bytes, which is no UTF-8 either.
        assertThat(problemOf(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isEqualTo(Problem.NOT_UTF_8);
    }

    @Test
    void sixty_four_levels_are_read_and_one_more_is_not() throws Malformed {
        var most = StrictJson.MOST_DEPTH;

        assertThat(StrictJson.read(("[".repeat(most) + "]".repeat(most)).getBytes(UTF_8))
                        .size())
                .isOne();
        assertThat(problemOf(("[".repeat(most + 1) + "]".repeat(most + 1)).getBytes(UTF_8)))
                .isEqualTo(Problem.TOO_DEEP);
        assertThat(problemOf("{\"a\":".repeat(5_000).getBytes(UTF_8))).isEqualTo(Problem.TOO_DEEP);
        assertThat(problemOf("[".repeat(StrictJson.MOST_BYTES).getBytes(UTF_8))).isEqualTo(Problem.TOO_DEEP);
    }

    @Test
    void too_many_values_and_too_many_bytes_are_refused() {
        var many = "[" + "0,".repeat(StrictJson.MOST_NODES) + "0]";

        assertThat(problemOf(many.getBytes(UTF_8))).isEqualTo(Problem.TOO_MANY_NODES);
        assertThat(problemOf(new byte[StrictJson.MOST_BYTES + 1])).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void a_number_of_very_many_digits_is_refused_without_being_computed() {
        assertThat(problemOf(("{\"a\":" + "9".repeat(1_000_000) + "}").getBytes(UTF_8)))
                .isEqualTo(Problem.NUMBER_OUT_OF_RANGE);
        assertThat(problemOf("{\"a\":1e1000000000}".getBytes(UTF_8))).isEqualTo(Problem.NUMBER_OUT_OF_RANGE);
    }

    private static Problem problemOf(byte[] bytes) {
        return catchThrowableOfType(Malformed.class, () -> StrictJson.readObject(bytes))
                .problem();
    }
}
