package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.entry;
import static org.maillage.ledger.journal.Appending.reading;
import static org.maillage.ledger.journal.Appending.receipt;
import static org.maillage.ledger.journal.Appending.registered;
import static org.maillage.ledger.journal.Appending.withKey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal.AlreadyDone;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Conflict;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;
import org.postgresql.ds.PGSimpleDataSource;

/** Appends that are stored by one commit. */
final class BatchTest {

    private static final PGSimpleDataSource DATABASE = TestDatabase.withJournal();

    private final NetworkId network = NetworkId.next();
    private final PostgresJournal journal = new PostgresJournal(DATABASE, Clock.systemUTC());

    @AfterEach
    void close() {
        journal.close();
    }

    /** Submits these so that all but the first are of one batch. */
    private List<CompletableFuture<Stored>> inOneBatch(Iterable<Append> appends) throws Exception {
        var submitted = new ArrayList<CompletableFuture<Stored>>();
        try (var lock = new HeldLock(DATABASE)) {
            var first = journal.submit(append(network));
            lock.awaitCommitter();
            appends.forEach(append -> submitted.add(journal.submit(append)));
            assertThat(first).isNotDone();
        }
        return submitted;
    }

    private static Class<?> fateOf(CompletableFuture<Stored> submitted) {
        try {
            return submitted.join().getClass();
        } catch (CompletionException failure) {
            return failure.getCause().getClass();
        }
    }

    @Test
    void one_conflict_in_a_batch_fails_alone_round_after_round() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            int size = 2 + random.nextInt(30);
            int bad = random.nextInt(size);
            var appends = new ArrayList<Append>();
            for (int i = 0; i < size; i++) {
                appends.add(append(PersonId.next(), i == bad ? 3 : 0));
            }
            long before = journal.position();
            var submitted = inOneBatch(appends);
            for (int i = 0; i < size; i++) {
                assertThat(fateOf(submitted.get(i))).isEqualTo(i == bad ? Conflict.class : Stored.class);
            }
            assertThat(journal.position()).isEqualTo(before + 1 + size - 1);
        }
    }

    @Test
    void appends_of_one_batch_conflict_with_each_other() throws Exception {
        var person = PersonId.next();
        var submitted = inOneBatch(List.of(
                append(person, 0),
                append(person, 0),
                append(person, 1),
                reading(Map.of(StreamId.of(person), 0L), entry(Journal.UNGUARDED, receipt(network))),
                reading(Map.of(StreamId.of(person), 1L), entry(Journal.UNGUARDED, receipt(network))),
                withKey("same", entry(2, registered(person))),
                withKey("same", entry(3, registered(person)))));
        assertThat(submitted)
                .extracting(BatchTest::fateOf)
                .isEqualTo(List.of(
                        Stored.class,
                        Conflict.class,
                        Stored.class,
                        Conflict.class,
                        Stored.class,
                        Stored.class,
                        AlreadyDone.class));
        assertThat(journal.stream(StreamId.of(person), 0))
                .extracting(Recorded::version)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void what_cannot_be_stored_fails_alone() throws Exception {
        var known = entry(Journal.UNGUARDED, receipt(network));
        journal.append(append(known));
        var appends = new ArrayList<Append>();
        for (int i = 0; i < 20; i++) {
            appends.add(append(PersonId.next(), 0));
        }
        appends.set(6, append(known));
        appends.set(13, withKey("with a \0", entry(Journal.UNGUARDED, receipt(network))));
        long before = journal.position();
        var submitted = inOneBatch(appends);
        for (int i = 0; i < 20; i++) {
            assertThat(fateOf(submitted.get(i)))
                    .isEqualTo(i == 6 || i == 13 ? IllegalArgumentException.class : Stored.class);
        }
        assertThat(journal.position()).isEqualTo(before + 1 + 18);
    }

    @Test
    void a_batch_has_one_time_and_its_own_order() throws Exception {
        var appends = new ArrayList<Append>();
        for (int i = 0; i < 30; i++) {
            appends.add(append(network));
        }
        var submitted = inOneBatch(appends);
        var last = submitted.getLast().join().lastPosition();
        var stored = journal.after(last - 30, 30);
        assertThat(stored.stream().map(Recorded::recordedAt).distinct()).hasSize(1);
        assertThat(stored)
                .extracting(Recorded::eventId)
                .containsExactlyElementsOf(appends.stream()
                        .map(append -> append.entries().getFirst().eventId())
                        .toList());
    }

    @Test
    void a_payload_comes_back_byte_for_byte() {
        var append = append(network);
        long position = journal.append(append).lastPosition();
        var hex = TestDatabase.ask(
                DATABASE, "select encode(payload, 'hex') from journal.event where position = " + position);
        var event = append.entries().getFirst().event();
        assertThat(HexFormat.of().parseHex(hex)).isEqualTo(EventJson.write(event));
        assertThat(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                .startsWith("{");
        assertThat(journal.after(position - 1, 1).getFirst().event()).isEqualTo(event);
    }

    @Test
    void who_is_told_by_the_committer_cannot_make_it_wait_for_itself() {
        var nested = journal.submit(append(network)).thenApply(_ -> journal.append(append(network)));
        assertThatThrownBy(nested::join).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(journal.append(append(network)).events()).isEqualTo(1);
    }

    @Test
    void a_position_taken_past_the_lock_blames_no_append() throws Exception {
        var submitted = new ArrayList<CompletableFuture<Stored>>();
        try (var intruder = DATABASE.getConnection()) {
            intruder.setAutoCommit(false);
            try (var insert = intruder.createStatement()) {
                insert.execute("""
                    insert into journal.event
                    select coalesce(max(position), 0) + 1, 'person/' || gen_random_uuid(), 0, gen_random_uuid(),
                           'person.registered.1', null, 'system', null, gen_random_uuid(), now(),
                           convert_to('{"person": "' || gen_random_uuid() || '"}', 'UTF8')
                      from journal.event\
                    """);
            }
            submitted.add(journal.submit(append(network)));
            awaitBlocked();
            intruder.commit();
        }
        assertThat(submitted).extracting(BatchTest::fateOf).containsExactly(Stored.class);
    }

    private static void awaitBlocked() {
        while (TestDatabase.ask(DATABASE, "select count(*) from pg_locks where not granted")
                .equals("0")) {
            Thread.onSpinWait();
        }
    }
}
