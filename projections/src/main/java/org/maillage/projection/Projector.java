package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.feed.Watermark;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the feed: applies batch after batch to the live views, each with its position in one transaction. */
final class Projector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final int BATCH = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Folding folding;
    private final Thread thread;

    private final Watermark reached = new Watermark();
    private volatile boolean closing;

    Projector(DataSource dataSource, EventFeed feed, Folding folding) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.folding = folding;
        this.thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        while (!closing) {
            try {
                if (!triedStep()) {
                    feed.await(position(), IDLE);
                }
            } catch (UnknownEvent | UnreadableEvent e) {
                LOG.error("the views stop: this program is older than the journal", e);
                reached.stop(e.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A step; where it fails, a pause before the next. Returns whether there is no need to wait for events. */
    private boolean triedStep() throws InterruptedException {
        try {
            return step();
        } catch (UnknownEvent | UnreadableEvent e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            if (!closing) {
                LOG.warn("a batch of the views failed and is tried again", e);
                reached.pause(IDLE);
            }
            return true;
        }
    }

    /** Applies the next batch; returns whether there was one. */
    private boolean step() throws SQLException {
        var events = feed.after(position(), BATCH);
        if (events.isEmpty()) {
            return false;
        }
        long now = write(connection -> {
            var positions = Positions.load(connection, Schema.LIVE);
            // Another process may have applied some of them meanwhile.
            var rest = events.stream()
                    .filter(recorded -> recorded.position() > positions.feed())
                    .toList();
            return rest.isEmpty()
                    ? positions.feed()
                    : folding.apply(connection, Schema.LIVE, positions, rest).feed();
        });
        reach(now);
        return true;
    }

    /** Applies the waiting events of a partition in order; returns whether none waits any more. */
    boolean retry(UUID partition) throws SQLException {
        return write(connection -> {
            var positions = Positions.load(connection, Schema.LIVE);
            var stop = positions.stop(partition);
            if (stop == null) {
                return true;
            }
            long to = positions.feed();
            positions.release(partition);
            long at = stop.position() - 1;
            while (at < to) {
                var events = feed.after(at, BATCH);
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

    /** Something that is done to the live views in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T write(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Schema.lockWriters(connection);
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

    List<Parked> parked() {
        try (var connection = dataSource.getConnection()) {
            return Positions.load(connection, Schema.LIVE).parked();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    long position() {
        return reached.position();
    }

    void reach(long position) {
        reached.reachAtLeast(position);
    }

    Optional<String> stopped() {
        return reached.stopped();
    }

    /** Waits until a position is reached, at most so long; returns whether it is. */
    boolean await(long wanted, Duration atMost) {
        return reached.await(wanted, atMost);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        reached.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
