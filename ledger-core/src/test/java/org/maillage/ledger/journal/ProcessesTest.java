package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.journal.Appending.all;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;
import org.postgresql.ds.PGSimpleDataSource;

/** Several programs on one database. */
final class ProcessesTest {

    private static final PGSimpleDataSource DATABASE = TestDatabase.withJournal();
    private static final int WRITERS = 8;

    private final NetworkId network = NetworkId.next();

    @BeforeEach
    void empty() {
        TestDatabase.execute(DATABASE, "truncate journal.event, journal.command");
    }

    /** A running program and what it has said so far: acknowledged command ids and their last positions. */
    private record Running(Process process, Map<UUID, Long> acknowledged, CompletableFuture<Void> reading)
            implements AutoCloseable {

        static Running start(NetworkId network, int each) throws IOException {
            var java = ProcessHandle.current().info().command().orElseThrow();
            var process = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            AppendingProcess.class.getName(),
                            DATABASE.getUrl(),
                            DATABASE.getUser(),
                            network.toString(),
                            Integer.toString(each))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var acknowledged = new ConcurrentHashMap<UUID, Long>();
            var reading = CompletableFuture.runAsync(() -> read(process.inputReader(), acknowledged));
            return new Running(process, acknowledged, reading);
        }

        /** Ends it with kill -9, if it still runs; what it has said can still be read. */
        void kill() {
            process.toHandle().destroyForcibly();
        }

        @Override
        public void close() {
            kill();
        }

        private static void read(BufferedReader lines, Map<UUID, Long> acknowledged) {
            try (lines) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    // A line that was cut short by the end of the program says nothing.
                    if (line.matches("[0-9a-f-]{36} [0-9]+")) {
                        acknowledged.put(UUID.fromString(line.substring(0, 36)), Long.valueOf(line.substring(37)));
                    }
                }
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        }
    }

    @Test
    void two_programs_append_at_once_without_gaps_and_both_get_through() throws Exception {
        // Else whoever starts first could be done before the other begins. Both wait for the lock, and get it in turns.
        var lock = new HeldLock(DATABASE);
        try (var one = Running.start(network, 150);
                var two = Running.start(network, 150)) {
            try (lock) {
                lock.awaitCommitters(2);
            }
            assertThat(one.process().waitFor()).isZero();
            assertThat(two.process().waitFor()).isZero();
            one.reading().get();
            two.reading().get();
            assertThat(one.acknowledged()).hasSize(WRITERS * 150);
            assertThat(two.acknowledged()).hasSize(WRITERS * 150);
            assertThat(assertStored(one, two)).hasSize(2 * 2 * WRITERS * 150);
            assertThat(TestDatabase.ask(DATABASE, "select count(*) from journal.command"))
                    .isEqualTo(Integer.toString(2 * WRITERS * 150));
            assertThat(first(one)).isLessThan(last(two));
            assertThat(first(two)).isLessThan(last(one));
        }
    }

    @Test
    void what_a_killed_program_was_told_is_stored_and_the_other_goes_on() throws Exception {
        try (var survivor = Running.start(network, 200);
                var victim = Running.start(network, 100_000)) {
            while (victim.acknowledged().size() < 300 || survivor.acknowledged().isEmpty()) {
                assertThat(victim.process().isAlive()).isTrue();
                Thread.onSpinWait();
            }
            victim.kill();
            assertThat(victim.process().waitFor()).isNotZero();
            victim.reading().get();
            assertThat(survivor.process().waitFor()).isZero();
            survivor.reading().get();
            assertThat(survivor.acknowledged()).hasSize(WRITERS * 200);
            var events = assertStored(survivor, victim);
            assertThat(events).hasSizeGreaterThanOrEqualTo(2 * (WRITERS * 200 + 300));
            assertThat(events.size() % 2).isZero();
        }
    }

    private static long first(Running program) {
        return program.acknowledged().values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }

    private static long last(Running program) {
        return program.acknowledged().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static List<Recorded> assertStored(Running... programs) {
        try (var journal = new PostgresJournal(DATABASE, Clock.systemUTC())) {
            var events = all(journal);
            assertThat(events)
                    .extracting(Recorded::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
            var lastOf = new HashMap<UUID, Long>();
            events.forEach(event -> lastOf.merge(event.commandId(), event.position(), Math::max));
            for (var program : programs) {
                assertThat(program.acknowledged()).isNotEmpty();
                assertThat(lastOf).containsAllEntriesOf(program.acknowledged());
            }
            return events;
        }
    }
}
