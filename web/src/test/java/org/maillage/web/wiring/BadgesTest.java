package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.Actor;
import org.maillage.projection.Projections;
import org.maillage.web.frame.Commands;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running program awards badges by itself. */
@RunningProgram
class BadgesTest {

    private static final LocalDate NOW = LocalDate.of(9999, 12, 30);

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    @Autowired
    Commands commands;

    @Test
    void a_network_is_given_its_badges() {
        var made = network.make();
        assertThat(badges.definitions().counted(made.network(), NOW))
                .hasSize(25)
                .allMatch(counted -> counted.counts().awarded() == 0);
    }

    @Test
    void a_validated_contribution_is_a_first_contribution_before_a_page_has_waited_for_it() {
        var made = network.make();
        var claim = network.claim(made, made.nadia());
        var validate = new Validate(claim, made.network(), made.claire().member(), List.of());
        commands.run(Actor.person(made.claire().person()), claim.toString(), validate);

        var until = Instant.now().plus(Projections.READ_YOUR_WRITES);
        while (badges.awards().of(made.network(), made.nadia().member(), NOW).isEmpty()
                && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }

        assertThat(badges.awards().of(made.network(), made.nadia().member(), NOW))
                .singleElement()
                .satisfies(award -> {
                    assertThat(award.content().texts().fr().name()).isEqualTo("Première contribution");
                    assertThat(award.acceptance()).isEqualTo(Award.Acceptance.WAITING);
                    assertThat(award.earned())
                            .extracting(earned -> earned.contribution())
                            .containsExactly(claim);
                    assertThat(badges.statusPlace(made.network(), award.number()))
                            .isEqualTo(badges.statusPlace(made.network(), award.number()));
                });
        assertThat(badges.stopped()).isEmpty();
        assertThat(badges.parked()).isEmpty();
    }

    @Test
    void the_health_page_says_how_badges_are() {
        var made = network.make();
        var ali = TestNetwork.signedIn(port, "fr", made.ali());
        assertThat(ali.open("/administration/sante").body()).containsPattern("Les badges (sont à jour|ont )");
    }
}
