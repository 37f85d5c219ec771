package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long position;
    private @Nullable String stopped;
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
                if (!step()) {
                    feed.await(position(), IDLE);
                }
            } catch (UnknownEvent | UnreadableEvent e) {
                LOG.error("the views stop: this program is older than the journal", e);
                stop(e.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (!closing) {
                    LOG.warn("a batch of the views failed and is tried again", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = IDLE.toNanos();
            while (left > 0 && !closing) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    /** Applies the next batch; returns whether there was one. */
    private boolean step() throws SQLException {
        var events = feed.after(position(), BATCH);
        if (events.isEmpty()) {
            return false;
        }
        long reached = write(connection -> {
            var positions = Positions.load(connection, Schema.LIVE);
            // Another process may have applied some of them meanwhile.
            var rest = events.stream()
                    .filter(recorded -> recorded.position() > positions.feed())
                    .toList();
            return rest.isEmpty()
                    ? positions.feed()
                    : folding.apply(connection, Schema.LIVE, positions, rest).feed();
        });
        reach(reached);
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
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    void reach(long reached) {
        lock.lock();
        try {
            position = Math.max(position, reached);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stop(@Nullable String why) {
        lock.lock();
        try {
            stopped = why == null ? "stopped" : why;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<String> stopped() {
        lock.lock();
        try {
            return Optional.ofNullable(stopped);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a position is reached, at most so long; returns whether it is. */
    boolean await(long wanted, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (position < wanted && stopped == null && !closing && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position >= wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        reach(0);
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
