package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.maillage.projection.AsOf;
import org.maillage.web.api.problem.ApiProblem;

class ApiParamsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

    /** Half past ten in the evening of the 23rd in Paris, half past one of the 24th in Saint-Denis. */
    private final ApiParams params = new ApiParams(Clock.fixed(Instant.parse("2026-11-23T21:30:00Z"), ZoneOffset.UTC));

    @Test
    void the_day_of_the_network_may_be_asked_for_and_none_after_it() {
        var today = LocalDate.of(2026, 11, 23);

        assertThat(params.asOf("2026-11-23", PARIS)).isEqualTo(today);
        assertThat(params.through("2026-11-23", PARIS)).isEqualTo(today);
        assertThat(params.asOf("2026-11-24", REUNION)).isEqualTo(today.plusDays(1));
        assertThat(params.through("2026-11-24", REUNION)).isEqualTo(today.plusDays(1));

        assertThatThrownBy(() -> params.asOf("2026-11-24", PARIS)).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> params.through("2026-11-24", PARIS)).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> params.asOf("2026-11-25", REUNION)).isInstanceOf(ApiProblem.class);
    }

    @Test
    void a_window_that_names_no_end_ends_today_in_the_network() {
        assertThat(params.through(null, PARIS)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(params.through(null, REUNION)).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(params.asOf(null, PARIS)).isEqualTo(AsOf.NOW);
    }
}
