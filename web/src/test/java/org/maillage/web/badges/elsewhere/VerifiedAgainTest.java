package org.maillage.web.badges.elsewhere;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.host.Elsewhere;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A badge from elsewhere is verified again, since what was found of it does not hold for ever. */
class VerifiedAgainTest extends BadgesWorld {

    private static final Instant THEN = Instant.parse("2026-01-15T10:00:00Z");

    @Autowired
    BroughtBadges brought;

    @Autowired
    VerifiedAgain again;

    @Autowired
    JdbcClient jdbc;

    private BroughtBadge badge;

    @BeforeEach
    void nadia_brought_one_that_counted_then() {
        brought.bring(made.nadia().person(), Elsewhere.expired("1", THEN).getBytes(UTF_8), null);
        jdbc.sql("update web.elsewhere_badge set verdict = 'SIGNED', checked_at = now() - interval '8 days',"
                        + " arrived_at = now() - interval '8 days' where person = ?")
                .param(made.nadia().person().value())
                .update();
        badge = now();
        assertThat(badge.found()).isEqualTo(Found.SIGNED);
    }

    private BroughtBadge now() {
        return brought.of(made.nadia().person()).getFirst();
    }

    @Test
    void a_week_later_it_is_verified_by_itself() {
        assertThat(again.verify()).isPositive();
        assertThat(now().found()).isEqualTo(Found.ENDED);
        assertThat(now().checkedAt()).isAfter(badge.checkedAt());
        assertThat(now().arrivedAt()).isEqualTo(badge.arrivedAt());
        assertThat(again.verify()).isZero();
    }

    @Test
    void its_owner_has_it_verified_when_they_like_and_reads_when_it_was() {
        var path = "/badges/ailleurs/" + badge.id() + "/verification";
        assertThat(nadia.open("/badges?date=" + today().minusDays(7)).body()).contains("Fablab d’Ailleurs");
        assertThat(nadia.open("/badges?date=" + today().minusDays(9)).body())
                .as("before it arrived")
                .doesNotContain("Fablab d’Ailleurs");
        assertThat(nadia.open("/badges/ailleurs").body()).contains(path, "La signature tient.", "Vérifié le");
        claire.submit(path, Map.of());
        assertThat(now().checkedAt()).isEqualTo(badge.checkedAt());
        assertThat(nadia.submit(path, Map.of()).body())
                .contains("C’est vérifié.", "il a été retiré, suspendu, ou il est arrivé à terme");
        assertThat(now().found()).isEqualTo(Found.ENDED);
        assertThat(now().checkedAt()).isAfter(badge.checkedAt());
    }
}
