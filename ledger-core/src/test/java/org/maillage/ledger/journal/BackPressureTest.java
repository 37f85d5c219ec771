package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.ledger.journal.Appending.append;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.NetworkId;
import org.postgresql.ds.PGSimpleDataSource;

/** What the journal does when it has too much to do, and when it ends. */
final class BackPressureTest {

    private final PGSimpleDataSource database = TestDatabase.withJournal();
    private final NetworkId network = NetworkId.next();

    private static JournalSettings settings(int queue, Duration queueWait) {
        var usual = JournalSettings.USUAL;
        return new JournalSettings(
                queue, usual.batch(), queueWait, usual.idle(), usual.lockWait(), usual.network(), usual.patience());
    }

    @Test
    void a_full_queue_pushes_back_and_keeps_what_it_has_taken() throws Exception {
        var taken = new ArrayList<CompletableFuture<Stored>>();
        try (var journal = new PostgresJournal(database, Clock.systemUTC(), settings(5, Duration.ofMillis(50)))) {
            try (var lock = new HeldLock(database)) {
                taken.add(journal.submit(append(network)));
                lock.awaitCommitter();
                for (int i = 0; i < 5; i++) {
                    taken.add(journal.submit(append(network)));
                }
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> journal.append(append(network))).isInstanceOf(Ledger.Unavailable.class);
                }
            }
            assertThat(taken)
                    .hasSize(6)
                    .allSatisfy(stored -> assertThat(stored.join().events()).isEqualTo(1));
            assertThat(journal.position()).isEqualTo(6);
        }
    }

    @Test
    void who_waits_for_room_goes_on_when_there_is_room() throws Exception {
        try (var journal = new PostgresJournal(database, Clock.systemUTC(), settings(1, Duration.ofMinutes(1)))) {
            var submitting = new ArrayList<CompletableFuture<Stored>>();
            try (var lock = new HeldLock(database)) {
                submitting.add(journal.submit(append(network)));
                lock.awaitCommitter();
                for (int i = 0; i < 4; i++) {
                    submitting.add(CompletableFuture.supplyAsync(() -> journal.append(append(network))));
                }
                assertThat(submitting).noneMatch(CompletableFuture::isDone);
            }
            assertThat(submitting).extracting(CompletableFuture::join).hasSize(5);
            assertThat(journal.position()).isEqualTo(5);
        }
    }

    @Test
    void closing_stores_what_was_taken_and_takes_no_more() throws Exception {
        var journal = new PostgresJournal(database, Clock.systemUTC());
        var taken = new ArrayList<CompletableFuture<Stored>>();
        CompletableFuture<Void> closing;
        try (var lock = new HeldLock(database)) {
            taken.add(journal.submit(append(network)));
            lock.awaitCommitter();
            for (int i = 0; i < 99; i++) {
                taken.add(journal.submit(append(network)));
            }
            closing = CompletableFuture.runAsync(journal::close);
        }
        closing.get();
        assertThat(taken).hasSize(100).allMatch(CompletableFuture::isDone);
        assertThat(taken)
                .allSatisfy(stored -> assertThat(stored.join().events()).isEqualTo(1));
        assertThat(journal.position()).isEqualTo(100);
        assertThatThrownBy(() -> journal.append(append(network))).isInstanceOf(Ledger.Unavailable.class);
        journal.close();
    }

    @Test
    void where_memory_runs_out_nobody_waits_for_ever() {
        try (var journal = new PostgresJournal(database, new WithoutMemory())) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> journal.append(append(network))).isInstanceOf(Ledger.Unavailable.class);
            }
            assertThat(journal.position()).isZero();
        }
    }

    @Test
    void a_connection_goes_back_as_it_was_taken() throws Exception {
        var pooled = new OneConnection(database);
        var settings = "select current_setting('plan_cache_mode') || current_setting('enable_seqscan')"
                + " || current_setting('idle_in_transaction_session_timeout') || current_setting('lock_timeout')";
        var before = TestDatabase.ask(pooled, settings);
        try (var journal = new PostgresJournal(pooled, Clock.systemUTC())) {
            journal.append(append(network));
            assertThat(TestDatabase.ask(pooled, settings)).isNotEqualTo(before);
        }
        assertThat(TestDatabase.ask(pooled, settings)).isEqualTo(before);
    }

    private static final class WithoutMemory extends Clock {

        @Override
        public Instant instant() {
            throw new OutOfMemoryError("on purpose");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
