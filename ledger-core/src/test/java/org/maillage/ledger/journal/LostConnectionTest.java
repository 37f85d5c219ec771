package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.atOnce;
import static org.maillage.ledger.journal.Appending.entry;
import static org.maillage.ledger.journal.Appending.receipt;
import static org.maillage.ledger.journal.Appending.withKey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.journal.Journal.AlreadyDone;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.journal.LossyDataSource.Loss;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.postgresql.ds.PGSimpleDataSource;

/** Whatever becomes of the connection, each caller learns what became of its append. */
final class LostConnectionTest {

    private static final PGSimpleDataSource DATABASE = TestDatabase.withJournal();
    private static final int WRITERS = 16;
    private static final int EACH = 60;

    private final NetworkId network = NetworkId.next();

    @BeforeEach
    void empty() {
        TestDatabase.execute(DATABASE, "truncate journal.event, journal.command");
    }

    private void writeAll(Journal journal, Fates fates) throws Exception {
        int before = fates.stored.size() + fates.failed.size();
        var writers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(i);
            writers.add(() -> fates.write(journal, network, EACH, random));
        }
        assertThat(atOnce(writers)).containsOnly(EACH).hasSize(WRITERS);
        assertThat(fates.stored.size() + fates.failed.size()).isEqualTo(before + WRITERS * EACH);
    }

    @Test
    void a_connection_lost_at_any_commit_doubles_nothing_and_loses_nothing() throws Exception {
        var random = new Random(42);
        var losses = List.of(Loss.BEFORE, Loss.AFTER, Loss.LATE);
        var lossy =
                new LossyDataSource(DATABASE, () -> random.nextInt(3) == 0 ? losses.get(random.nextInt(3)) : Loss.NONE);
        try (var journal = new PostgresJournal(lossy, Clock.systemUTC())) {
            var fates = new Fates();
            writeAll(journal, fates);
            assertThat(fates.failed).isEmpty();
            fates.assertTold(journal, DATABASE);
        }
        assertThat(lossy.lost.get()).isGreaterThan(10);
    }

    @Test
    void a_server_process_ended_at_any_moment_doubles_nothing_and_loses_nothing() throws Exception {
        var victim = TestDatabase.named(DATABASE, "victim");
        var isOver = new AtomicBoolean();
        Fates fates;
        try (var journal = new PostgresJournal(victim, Clock.systemUTC())) {
            var ended = new AtomicInteger();
            var ending = CompletableFuture.runAsync(() -> endAgainAndAgain(isOver, ended));
            fates = new Fates();
            // A fast machine has written all before many were ended.
            do {
                writeAll(journal, fates);
            } while (ended.get() <= 5);
            isOver.set(true);
            ending.get();
            assertThat(fates.failed).isEmpty();
        }
        try (var journal = new PostgresJournal(DATABASE, Clock.systemUTC())) {
            fates.assertTold(journal, DATABASE);
        }
    }

    private static void endAgainAndAgain(AtomicBoolean isOver, AtomicInteger ended) {
        var random = new Random(11);
        while (!isOver.get()) {
            long until = System.nanoTime() + random.nextInt(20_000_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            ended.addAndGet(Integer.parseInt(TestDatabase.ask(
                    DATABASE,
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where"
                            + " application_name = 'victim'")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER", "LATE"})
    void one_append_is_stored_once_wherever_its_connection_is_lost(Loss loss) {
        var commits = new AtomicInteger();
        var lossy = new LossyDataSource(DATABASE, () -> commits.incrementAndGet() == 1 ? loss : Loss.NONE);
        try (var journal = new PostgresJournal(lossy, Clock.systemUTC())) {
            assertThat(journal.append(append(PersonId.next(), 0))).isEqualTo(new Stored(1, 1));
            assertThat(journal.append(withKey("nothing"))).isEqualTo(new Stored(1, 0));
            assertThat(journal.position()).isEqualTo(1);
        }
        assertThat(lossy.lost).hasValue(1);
        assertThat(commits).hasValue(loss == Loss.BEFORE ? 3 : 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER", "LATE"})
    void a_command_that_changed_nothing_is_remembered_once_wherever_its_connection_is_lost(Loss loss) {
        var commits = new AtomicInteger();
        var lossy = new LossyDataSource(DATABASE, () -> commits.incrementAndGet() == 1 ? loss : Loss.NONE);
        try (var journal = new PostgresJournal(lossy, Clock.systemUTC())) {
            var append = withKey("nothing");
            assertThat(journal.append(append)).isEqualTo(new Stored(0, 0));
            assertThat(Fates.isRemembered(DATABASE, append.origin().commandId()))
                    .isTrue();
        }
        assertThat(lossy.lost).hasValue(1);
    }

    @Test
    void when_the_fate_cannot_be_learnt_the_caller_is_told_so_and_the_same_key_tells_it_later() {
        var isDown = new AtomicBoolean();
        var lossy = new LossyDataSource(DATABASE, () -> {
            isDown.set(true);
            return Loss.AFTER;
        });
        var unreachable = new WrappedDataSource(lossy) {
            @Override
            public Connection getConnection() throws SQLException {
                if (isDown.get()) {
                    throw new SQLException("no route", "08001");
                }
                return wrapped.getConnection();
            }
        };
        var append = withKey("k", entry(Journal.UNGUARDED, receipt(network)));
        var settings = settings(Duration.ofSeconds(5), Duration.ofMillis(100));
        try (var journal = new PostgresJournal(unreachable, Clock.systemUTC(), settings)) {
            assertThatThrownBy(() -> journal.append(append))
                    .isInstanceOf(Ledger.Unavailable.class)
                    .hasMessageContaining("not known");
            assertThatThrownBy(() -> journal.append(append(network)))
                    .isInstanceOf(Ledger.Unavailable.class)
                    .hasMessageContaining("cannot store");
        }
        try (var journal = new PostgresJournal(DATABASE, Clock.systemUTC())) {
            assertThatThrownBy(() -> journal.append(append)).isInstanceOf(AlreadyDone.class);
            assertThat(journal.position()).isEqualTo(1);
        }
    }

    @Test
    void a_process_that_stands_still_with_the_lock_stops_nobody_else_for_long() throws Exception {
        var commits = new AtomicInteger();
        var lossy = new LossyDataSource(DATABASE, () -> commits.incrementAndGet() == 1 ? Loss.FROZEN : Loss.NONE);
        var settings = settings(Duration.ofMillis(200), Duration.ofSeconds(20));
        try (var frozen = new PostgresJournal(lossy, Clock.systemUTC(), settings);
                var other = new PostgresJournal(DATABASE, Clock.systemUTC())) {
            var late = frozen.submit(append(network));
            while (commits.get() == 0) {
                Thread.onSpinWait();
            }
            assertThat(other.append(append(network))).isEqualTo(new Stored(1, 1));
            assertThat(late).isNotDone();
            lossy.thaw.complete(null);
            assertThat(late.get()).isEqualTo(new Stored(2, 1));
        }
    }

    private static JournalSettings settings(Duration idle, Duration patience) {
        var usual = JournalSettings.USUAL;
        return new JournalSettings(
                usual.queue(), usual.batch(), usual.queueWait(), idle, usual.lockWait(), usual.network(), patience);
    }
}
