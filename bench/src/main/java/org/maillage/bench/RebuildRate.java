package org.maillage.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.Progress;
import org.maillage.projection.Projections;

/**
 * All views made again from zero, over an ordered read of the journal, plain and with each payload parsed into its event;
 * meanwhile a reader reads one balance.
 */
final class RebuildRate {

    private static final String READ = """
        select position, stream, version, event_id, name, actor, cause, command_id, recorded_at, payload
          from journal.event order by position
        """;

    private final Server server;
    private final int rounds;

    RebuildRate(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    List<Figure> measure() {
        try (var world = new World(server, 2_000)) {
            ImportRate.fill(world);
            return on(world);
        }
    }

    /** The same in a world that is there. */
    List<Figure> on(World world) {
        var plain = new ArrayList<Double>();
        var parsed = new ArrayList<Double>();
        var last = "";
        try (var views =
                Projections.open(world.database, world.vault, new JournalFeed(world.journal), Clock.systemUTC())) {
            views.awaitPosition(world.journal.position(), Duration.ofMinutes(30));
            for (var round = 0; round < rounds; round++) {
                var read = ImportRate.seconds(() -> read(world, events -> events.getBytes(10).length > 0));
                var parse = ImportRate.seconds(() -> read(world, RebuildRate::isEvent));
                var reader = new Reader(views, world);
                var cost = Load.jvmCpu();
                var postgresCost = server.cpuMicros();
                var rebuilt = ImportRate.seconds(() -> rebuild(views));
                plain.add(read / rebuilt);
                parsed.add(parse / rebuilt);
                last = String.format(
                        Locale.ROOT,
                        "last round: %d events read in %.1f s, parsed in %.1f s, all views in %.1f s, of which folding,"
                                + " writing and keys %.1f s; %.1f s of CPU in the JVM and %.1f s in PostgreSQL;"
                                + " a reader read %d times, each whole",
                        world.journal.position(),
                        read,
                        parse,
                        rebuilt,
                        reader.folding(),
                        (Load.jvmCpu() - cost) / 1e6,
                        (server.cpuMicros() - postgresCost) / 1e6,
                        reader.stop());
            }
        }
        return List.of(
                new Figure("rebuild of all views over an ordered read of the journal", "≥ 0.5", plain, last),
                new Figure("rebuild of all views over a parsed ordered read", "≥ 1.0", parsed, "the same rounds"));
    }

    private static void rebuild(Projections views) {
        var progress = views.rebuild().join();
        if (progress.stage() != Progress.Stage.DONE) {
            throw new IllegalStateException("the views were not rebuilt: " + progress);
        }
    }

    /** What is done with each event that is read; returns whether there was one. */
    private interface Look {
        boolean at(ResultSet event) throws SQLException;
    }

    private static boolean isEvent(ResultSet event) throws SQLException {
        return EventJson.read(event.getString(5), event.getBytes(10)).getClass().isRecord();
    }

    /** Reads all events in order, on one thread. */
    private static void read(World world, Look look) {
        long rows = 0;
        try (var connection = world.database.getConnection()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement(READ)) {
                query.setFetchSize(10_000);
                try (var events = query.executeQuery()) {
                    while (events.next()) {
                        rows += look.at(events) ? 1 : 0;
                    }
                }
            }
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        if (rows != world.journal.position()) {
            throw new IllegalStateException(rows + " rows read");
        }
    }

    /** Reads one balance over and over; it must be the same each time, whatever is being built. */
    private static final class Reader {

        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicLong reads = new AtomicLong();
        private final AtomicLong others = new AtomicLong();
        private final AtomicLong folding = new AtomicLong();
        private final Thread thread;

        Reader(Projections views, World world) {
            var account = AccountId.of(world.members.get(1));
            var today = LocalDate.now(ZoneOffset.UTC).plusDays(1);
            var expected = views.accounts().balance(world.network, account, today);
            thread = Thread.ofPlatform().start(() -> {
                var start = System.nanoTime();
                while (going.get()) {
                    if (views.rebuilding()
                            .filter(it -> it.stage() == Progress.Stage.FOLDING)
                            .isPresent()) {
                        folding.set(System.nanoTime() - start);
                    }
                    var balance = views.accounts().balance(world.network, account, today);
                    (balance.equals(expected) ? reads : others).incrementAndGet();
                    LockSupport.parkNanos(10_000_000);
                }
            });
        }

        /** How long the rebuild folded, in seconds. */
        double folding() {
            return folding.get() / 1e9;
        }

        /** How often it read. @throws IllegalStateException where it ever saw something else */
        long stop() {
            going.set(false);
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (others.get() > 0 || reads.get() == 0) {
                throw new IllegalStateException(others + " reads of " + reads + " saw half-built views");
            }
            return reads.get();
        }
    }
}
