package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.projection.Progress.Stage;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.DatabaseStore;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;

/**
 * Fills a new generation of views beside the live one with the same folds, catches up with what is appended meanwhile,
 * and takes the live one's name in one transaction, so that no reader sees a half-built view.
 */
final class Rebuild {

    /** Events between two writes. Between them a claim's rows are written once, however many events it has. */
    private static final int WRITE = 60_000;

    private static final int CAREFUL = 1_000;

    /** One rebuild at a time, over all processes; held by the connection. */
    private static final long REBUILD = 0x6d61696c6c657662L;

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Folding folding;
    private final Projector projector;
    private final Clock clock;
    private final Instant startedAt;
    private volatile Progress progress;

    Rebuild(DataSource dataSource, EventFeed feed, Folding folding, Projector projector, Clock clock) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.folding = folding;
        this.projector = projector;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.progress = new Progress(Stage.FOLDING, 0, feed.position(), null, startedAt, null);
    }

    Progress progress() {
        return progress;
    }

    /** Runs to the swap, or to a failure that leaves the live views as they were. */
    Progress run() {
        var next = new Schema("views_next_" + Long.toString(clock.millis(), 36));
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!tryLock(connection)) {
                throw new IllegalStateException("another process rebuilds the views");
            }
            try {
                for (var left : Schema.others(connection)) {
                    left.drop(connection);
                }
                next.create(connection);
                connection.setAutoCommit(false);
                var positions = fill(connection, next);
                show(Stage.INDEXING, positions.feed());
                next.index(connection);
                connection.commit();
                catchUp(connection, next, positions);
                show(Stage.DONE, positions.feed());
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

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, REBUILD);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
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

    /** Folds the journal as it is now. */
    private Positions fill(Connection connection, Schema next) throws SQLException, InterruptedException {
        var stored = Positions.none();
        Map<Recorded, RuntimeException> poison = new HashMap<>();
        while (true) {
            try {
                return fill(connection, next, stored, poison);
            } catch (Folding.Poisoned poisoned) {
                // Half of it may be folded: from the last write again, now knowing where to stop that network.
                connection.rollback();
                poison.put(poisoned.recorded(), poisoned.why());
            } catch (StoreFailure failure) {
                connection.rollback();
                if (!failure.isAboutContent()) {
                    throw failure;
                }
                carefully(connection, next);
            }
            stored = Positions.load(connection, next);
        }
    }

    private Positions fill(Connection connection, Schema next, Positions stored, Map<Recorded, RuntimeException> poison)
            throws SQLException, InterruptedException {
        var positions = stored.copy();
        poison.forEach((recorded, cause) -> {
            if (recorded.position() > stored.feed()) {
                folding.park(positions, recorded, cause);
            }
        });
        boolean empty = stored.feed() == 0;
        var batch = batch(connection, next, empty);
        try (var ahead = new ReadAhead(feed, stored.feed(), feed.position())) {
            int since = 0;
            for (var events = ahead.next(); !events.isEmpty(); events = ahead.next()) {
                folding.fold(events, batch, positions);
                since += events.size();
                show(Stage.FOLDING, positions.feed());
                if (since >= WRITE) {
                    write(connection, next, batch, positions);
                    since = 0;
                    if (batch.rowCount() > Batch.MOST_ROWS) {
                        batch = batch(connection, next, false);
                    }
                }
            }
        }
        write(connection, next, batch, positions);
        return positions;
    }

    private Batch batch(Connection connection, Schema next, boolean complete) {
        return new Batch(new DatabaseStore(connection, next.name(), complete), folding.vault(), complete);
    }

    private static void write(Connection connection, Schema next, Batch batch, Positions positions)
            throws SQLException {
        batch.write();
        positions.store(connection, next);
        connection.commit();
    }

    /** Past a row that the database refuses: in small batches, so that only its network is parked. */
    private void carefully(Connection connection, Schema next) throws SQLException {
        var positions = Positions.load(connection, next);
        long to = Math.min(positions.feed() + 2L * WRITE, feed.position());
        while (positions.feed() < to) {
            positions = folding.apply(connection, next, positions, feed.after(positions.feed(), CAREFUL));
            connection.commit();
            show(Stage.FOLDING, positions.feed());
        }
    }

    /** Applies what was appended meanwhile; the last of it, and the swap, while nobody writes the live views. */
    private void catchUp(Connection connection, Schema next, Positions filled) throws SQLException {
        var positions = filled;
        show(Stage.CATCHING_UP, positions.feed());
        for (var events = feed.after(positions.feed(), CAREFUL);
                events.size() == CAREFUL;
                events = feed.after(positions.feed(), CAREFUL)) {
            positions = folding.apply(connection, next, positions, events);
            connection.commit();
            show(Stage.CATCHING_UP, positions.feed());
        }
        Schema.lockWriters(connection);
        boolean replaces = Schema.LIVE.exists(connection);
        long live = replaces && Schema.LIVE.isCurrent(connection)
                ? Positions.load(connection, Schema.LIVE).feed()
                : 0;
        do {
            var events = feed.after(positions.feed(), CAREFUL);
            if (events.isEmpty()) {
                break;
            }
            positions = folding.apply(connection, next, positions, events);
        } while (positions.feed() < live);
        if (replaces) {
            Schema.LIVE.rename(connection, new Schema(next.name() + "_old"));
        }
        next.rename(connection, Schema.LIVE);
        connection.commit();
        projector.reach(positions.feed());
    }

    private void show(Stage stage, long done) {
        long total = Math.max(done, Math.max(progress.total(), stage == Stage.FOLDING ? 0 : feed.position()));
        long elapsed = Duration.between(startedAt, clock.instant()).toMillis();
        @Nullable Long left = done == 0 ? null : elapsed * (total - done) / done / 1_000;
        progress = new Progress(stage, done, total, left, startedAt, null);
    }
}
