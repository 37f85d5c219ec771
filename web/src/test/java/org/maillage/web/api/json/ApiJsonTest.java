package org.maillage.web.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;

/** A request is understood whole or refused. */
class ApiJsonTest {

    record Said(
            MemberId member,
            @Size(min = 1, max = 5) String name,
            @Nullable KindCode kind,
            @Min(0) @Max(10) @Nullable Integer units,
            @Nullable LocalDate day,
            @Nullable Payment payment,
            @Nullable RoleWeights weights,
            @Size(max = 2) @Nullable List<Inner> inner) {}

    record Inner(@Size(max = 3) String text) {}

    private static final String ID = "0199c0de-0000-7000-8000-000000000001";

    @Test
    void a_request_is_read_with_its_values() {
        var said = ApiJson.mapper().readValue("""
            {"member": "%s", "name": "Jeanne"
            , "kind": "workshop-led", "units": 3, "day": "2026-11-19", "payment": "PAID",
             "weights": {"LEAD": 5000, "TEST": 5000}, "inner": [{"text": "é🙂"}]}\
            """.formatted(ID), Said.class);

        assertThat(said.member()).isEqualTo(MemberId.of(ID));
        assertThat(said.weights()).isEqualTo(RoleWeights.halves(Role.LEAD, Role.TEST));
        assertThat(said.day()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(Checks.of(said))
                .extracting(FieldFault::at, FieldFault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/name", "too-long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\"} x",
                "{'name': 'a'}",
                "{\"name\": \"a\u0000b\"}",
                "{\"name\": NaN}",
                "{\"units\": 01}",
                "\uFEFF\uFEFF{}"
            })
    void what_is_no_json_is_malformed(String body) {
        assertThat(faultOf(body)).isEqualTo(Fault.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1,]",
                "{\"name\": \"a\"} {}",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"unknown\": 1}",
                "{\"name\": 1}",
                "{\"name\": true}",
                "{\"name\": [\"a\"]}",
                "{\"units\": \"3\"}",
                "{\"units\": 3.5}",
                "{\"units\": 1e999}",
                "{\"units\": 99999999999999999999}",
                "{\"day\": \"2026-02-30\"}",
                "{\"day\": 20260219}",
                "{\"day\": [2026, 2, 19]}",
                "{\"day\": 1e9}",
                "{\"payment\": 1}",
                "{\"payment\": \"paid\"}",
                "{\"payment\": \"\"}",
                "{\"kind\": \"Not A Code\"}",
                "{\"member\": \"not-an-id\"}",
                "{\"member\": {\"value\": \"" + ID + "\"}}",
                "{\"weights\": {\"LEAD\": 9999}}",
                "{\"weights\": {\"NOBODY\": 10000}}",
                "{\"inner\": {}}",
                "{\"inner\": [[]]}"
            })
    void what_has_another_form_is_an_invalid_request(String body) {
        assertThat(faultOf(body)).isIn(Fault.INVALID_REQUEST, Fault.BODY_MISSING);
    }

    @Test
    void weights_that_make_no_whole_are_told_with_their_sum() {
        for (var weights : List.of("{\"LEAD\": 5000, \"TEST\": 4000}", "{\"LEAD\": 10000, \"TEST\": -1000}")) {
            assertThat(problemOf("{\"inner\": [], \"weights\": " + weights + "}")
                            .faults())
                    .as(weights)
                    .containsExactly(FieldFault.body("/weights", "weights-not-whole", 9_000L, 10_000));
        }
        assertThat(problemOf("{\"weights\": {\"LEAD\": 10000, \"TEST\": 0}}").faults())
                .containsExactly(FieldFault.body("/weights", "weights-not-whole", 10_000L, 10_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 100_000})
    void what_is_nested_too_deep_is_refused_and_costs_nothing(int depth) {
        assertThat(faultOf("[".repeat(depth) + "]".repeat(depth))).isIn(Fault.MALFORMED_JSON, Fault.INVALID_REQUEST);
        assertThat(faultOf("{\"inner\":" + "[".repeat(depth))).isIn(Fault.MALFORMED_JSON, Fault.INVALID_REQUEST);
        assertThat(faultOf("{\"unknown\":".repeat(depth))).isIn(Fault.MALFORMED_JSON, Fault.INVALID_REQUEST);
    }

    @Test
    void each_wrong_field_has_its_pointer() {
        var said = new Said(MemberId.of(ID), " ", null, 11, LocalDate.MAX, null, null, List.of(new Inner("a\u202Eb")));

        assertThat(Checks.of(said))
                .extracting(FieldFault::at)
                .containsExactly("/name", "/units", "/day", "/inner/0/text");
        assertThat(Checks.of(said))
                .extracting(FieldFault::code)
                .containsExactly("blank", "too-large", "date-out-of-range", "text-unreadable");
    }

    @Test
    void what_is_required_and_missing_is_named() {
        var said = ApiJson.mapper().readValue("{\"inner\": [null, {}]}", Said.class);

        assertThat(Checks.of(said))
                .extracting(FieldFault::at)
                .containsExactly("/member", "/name", "/inner/0", "/inner/1/text");
    }

    @Test
    void texts_that_show_something_else_than_they_say_are_not_readable() {
        assertThat(ReadableText.is("Atelier à Montbrellin : 2 h\nавтор 🙂 مرحبا"))
                .isTrue();
        for (var text :
                List.of("\u0000", "\u0007", "\u001B[2J", "\u202Etxt", "\u2066", "\uD800", "a\uDC00", "\uFFFE")) {
            assertThat(ReadableText.is(text)).as("%04x", (int) text.charAt(0)).isFalse();
        }
    }

    @Test
    void an_amount_is_written_exactly_twice() {
        assertThat(ApiJson.mapper().writeValueAsString(new Mailles(-450)))
                .isEqualTo("{\"hundredths\":-450,\"mailles\":\"-4.50\"}");
        assertThat(ApiJson.mapper().writeValueAsString(new Mailles(Long.MAX_VALUE)))
                .contains("\"92233720368547758.07\"");
    }

    private static Fault faultOf(String body) {
        return problemOf(body).fault();
    }

    private static ApiProblem problemOf(String body) {
        var thrown = catchThrowable(() -> {
            var said = ApiJson.mapper().readValue(body, Said.class);
            if (said == null) {
                throw new IllegalStateException("nothing");
            }
        });
        assertThat(thrown).as(body.length() > 100 ? "long" : body).isNotNull();
        return JsonFaults.of(thrown);
    }
}
