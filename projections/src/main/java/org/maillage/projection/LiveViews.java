package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.ledger.feed.DerivedRows;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;

/** The generation of views that readers see, for those who write it. */
final class LiveViews {

    private static final int BATCH = 1_000;

    private final DataSource dataSource;
    private final EventFeed journal;
    private final Folding folding;

    LiveViews(DataSource dataSource, EventFeed journal, Folding folding) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.folding = folding;
    }

    /** Something that is done to the live views in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does it while nobody else writes. */
    <T> T write(Work<T> work) throws SQLException {
        return inTransaction(connection -> {
            Schema.lockWriters(connection);
            return work.on(connection);
        });
    }

    /** Does it while others may write other partitions, and nobody swaps the generation. */
    <T> T writeBeside(Work<T> work) throws SQLException {
        return inTransaction(connection -> {
            Schema.shareWriting(connection);
            return work.on(connection);
        });
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DerivedRows.ready(connection);
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Applies the waiting events of a partition in order; returns whether none waits any more. */
    boolean retry(UUID partition) throws SQLException {
        return write(connection -> {
            var positions = Positions.load(connection, Schema.LIVE);
            var stop = positions.stop(partition);
            if (stop == null) {
                return true;
            }
            // Those of a topic may have come further than all of them together.
            long to = Math.max(positions.feed(), TopicPlaces.furthest(connection, Schema.LIVE));
            positions.release(partition);
            long at = stop.position() - 1;
            while (at < to) {
                var events = journal.after(at, BATCH);
                if (events.isEmpty()) {
                    break;
                }
                at = events.getLast().position();
                positions = folding.apply(connection, Schema.LIVE, positions, of(partition, events, to));
            }
            return positions.stop(partition) == null;
        });
    }

    private static List<Recorded> of(UUID partition, List<Recorded> events, long to) {
        return events.stream()
                .filter(recorded -> recorded.position() <= to
                        && Batch.partition(recorded.event()).equals(partition))
                .toList();
    }

    List<Parked> parked() {
        try (var connection = dataSource.getConnection()) {
            return Positions.load(connection, Schema.LIVE).parked();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }
}
