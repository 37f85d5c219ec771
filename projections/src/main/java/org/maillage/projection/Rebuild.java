package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.projection.Progress.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a new generation of views beside the live one with the same folds, catches up with what is appended meanwhile,
 * and takes the live one's name in one transaction, so that no reader sees a half-built view.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 1_000;

    /** Rows that it holds in memory: some 400 bytes each, at most a quarter of it. */
    private static final long MOST_ROWS = Runtime.getRuntime().maxMemory() / 1_600;

    /** One rebuild at a time, over all processes; held by the connection. */
    private static final long REBUILD = 0x6d61696c6c657662L;

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Folding folding;
    private final LongConsumer reached;
    private final Clock clock;
    private final Instant startedAt;
    private volatile Progress progress;

    private final Filler filler;

    /** Fills a new generation, in the connection's transactions; returns the positions that it then holds. */
    interface Filler {
        Positions fill(Connection connection, Schema next, LongConsumer show) throws SQLException, InterruptedException;
    }

    /** From the journal; it says the position of the new generation once that is live. */
    Rebuild(DataSource dataSource, EventFeed feed, Folding folding, LongConsumer reached, Clock clock) {
        this(
                dataSource,
                feed,
                folding,
                reached,
                clock,
                (connection, next, show) ->
                        new Filling(dataSource, feed, folding, connection, next, MOST_ROWS).run(show));
    }

    /** From anywhere; what is then missing comes from the journal. */
    Rebuild(DataSource dataSource, EventFeed feed, Folding folding, LongConsumer reached, Clock clock, Filler filler) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.folding = folding;
        this.reached = reached;
        this.filler = filler;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.progress = new Progress(Stage.FOLDING, 0, feed.position(), null, startedAt, null);
    }

    Progress progress() {
        return progress;
    }

    /** Runs to the swap, or to a failure that leaves the live views as they were; another process at it is one. */
    Progress run() {
        return run(false);
    }

    /** The same for a process that starts: it waits for another that is at it, and takes over what that one built. */
    Progress runAtStart() {
        return run(true);
    }

    private Progress run(boolean starting) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!tryLock(connection)) {
                if (!starting) {
                    throw new IllegalStateException("another process rebuilds the views");
                }
                LOG.info("another process builds the views: waiting for it");
                lock(connection);
            }
            try {
                if (starting && Schema.LIVE.isCurrent(connection)) {
                    long built = Positions.load(connection, Schema.LIVE).feed();
                    reached.accept(built);
                    show(Stage.DONE, built);
                } else {
                    build(connection);
                }
            } finally {
                end(connection);
            }
        } catch (SQLException | RuntimeException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            progress = new Progress(Stage.FAILED, progress.done(), progress.total(), null, startedAt, e.toString());
        }
        return progress;
    }

    private void build(Connection connection) throws SQLException, InterruptedException {
        var next = new Schema("views_next_" + Long.toString(clock.millis(), 36));
        for (var left : Schema.others(connection)) {
            left.drop(connection);
        }
        connection.setAutoCommit(false);
        var positions = filler.fill(connection, next, position -> show(Stage.FOLDING, position));
        show(Stage.INDEXING, positions.feed());
        connection.commit();
        next.index(new Indexing(dataSource));
        catchUp(connection, next, positions);
        show(Stage.DONE, positions.feed());
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, REBUILD);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, REBUILD);
            statement.execute();
        }
    }

    /** Leaves nothing behind: what is not live goes, and so does the lock. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (var left : Schema.others(connection)) {
            left.drop(connection);
        }
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, REBUILD);
            statement.execute();
        }
    }

    /** Applies what was appended meanwhile; the last of it, and the swap, while nobody writes the live views. */
    private void catchUp(Connection connection, Schema next, Positions filled) throws SQLException {
        var positions = filled;
        show(Stage.CATCHING_UP, positions.feed());
        for (var events = feed.after(positions.feed(), BATCH);
                events.size() == BATCH;
                events = feed.after(positions.feed(), BATCH)) {
            positions = folding.apply(connection, next, positions, events);
            connection.commit();
            show(Stage.CATCHING_UP, positions.feed());
        }
        Schema.lockWriters(connection);
        boolean replaces = Schema.LIVE.exists(connection);
        long live = replaces ? live(connection) : 0;
        do {
            var events = feed.after(positions.feed(), BATCH);
            if (events.isEmpty()) {
                break;
            }
            positions = folding.apply(connection, next, positions, events);
        } while (positions.feed() < live);
        if (replaces) {
            TopicPlaces.carry(connection, Schema.LIVE, next, positions.feed());
            Schema.LIVE.rename(connection, new Schema(next.name() + "_old"));
        }
        next.rename(connection, Schema.LIVE);
        connection.commit();
        reached.accept(positions.feed());
    }

    /** How far any reader or writer of the live views may be; of another program's, as far as there are events. */
    private long live(Connection connection) throws SQLException {
        return Schema.LIVE.isCurrent(connection)
                ? Math.max(
                        Positions.load(connection, Schema.LIVE).feed(), TopicPlaces.furthest(connection, Schema.LIVE))
                : feed.position();
    }

    private void show(Stage stage, long done) {
        long total = Math.max(done, Math.max(progress.total(), stage == Stage.FOLDING ? 0 : feed.position()));
        progress =
                new Progress(stage, done, total, stage == Stage.FOLDING ? readAt(done, total) : null, startedAt, null);
    }

    private @Nullable Instant readAt(long done, long total) {
        long elapsed = Duration.between(startedAt, clock.instant()).toMillis();
        return done == 0 ? null : startedAt.plusMillis(elapsed * total / done);
    }
}
