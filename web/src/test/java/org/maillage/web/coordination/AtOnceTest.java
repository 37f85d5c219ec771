package org.maillage.web.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two coordinators decide the same claim: whoever loses is told by whom, and what they did. */
@RunningProgram
class AtOnceTest {

    private static final String QUEUE = "/coordination/valider/";
    private static final int CLAIMS = 6;

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Clock clock;

    @Autowired
    DataSource database;

    private final ExecutorService both = Executors.newFixedThreadPool(2);
    private TestNetwork.Made made;
    private Browser claire;
    private Browser samir;

    @BeforeEach
    void two_coordinators() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
    }

    @AfterEach
    void nobody_waits() {
        both.shutdownNow();
    }

    @Test
    void of_two_who_press_at_the_same_moment_one_decides_and_the_other_reads_who_did() throws Exception {
        for (var i = 0; i < CLAIMS; i++) {
            var claim = network.claim(made, made.nadia(), "Ensemble");
            var start = new CyclicBarrier(2);
            var first = press(claire, claim, start);
            var second = press(samir, claim, start);

            var pages = List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));

            assertThat(pages)
                    .filteredOn(page -> page.contains("» est validée."))
                    .hasSize(1);
            assertThat(pages)
                    .filteredOn(page -> page.contains("Claire vient de la valider. Rien à faire.")
                            || page.contains("Samir vient de la valider. Rien à faire."))
                    .hasSize(1);
        }
    }

    @Test
    void whoever_loses_before_the_views_show_it_waits_for_the_name() throws Exception {
        var claim = network.claim(made, made.nadia());
        Future<String> second;
        // Readers pass, and the views stand still: the ledger knows of the first decision, the views do not.
        try (var still = database.getConnection()) {
            hold(still);
            ledger.execute(
                    new Validate(claim, made.network(), made.claire().member(), List.of()),
                    Origin.of(
                            Actor.person(made.claire().person()),
                            UUID.randomUUID().toString(),
                            clock.instant()));
            second = press(samir, claim, new CyclicBarrier(1));
            var loser = second;
            assertThatThrownBy(() -> loser.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            still.rollback();
        }

        assertThat(second.get(60, TimeUnit.SECONDS)).contains("Claire vient de la valider. Rien à faire.");
    }

    private static void hold(java.sql.Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table views.contribution in share mode");
        }
    }

    private Future<String> press(Browser who, ContributionId claim, CyclicBarrier start) {
        var csrf = who.csrf();
        return both.submit(() -> {
            start.await(60, TimeUnit.SECONDS);
            return who.submit(
                            QUEUE + claim + "/validation",
                            Map.of("key", UUID.randomUUID().toString()),
                            csrf)
                    .body();
        });
    }
}
