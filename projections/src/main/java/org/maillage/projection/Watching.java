package org.maillage.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.maillage.ledger.feed.Watermark;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;

/** Live views that other processes keep: the database says how far they are, asked while somebody wants to know. */
final class Watching implements Keeping {

    private static final Duration BETWEEN = Duration.ofMillis(15);

    private final DataSource dataSource;
    private final Watermark reached = new Watermark();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long asked = System.nanoTime() - BETWEEN.toNanos();

    Watching(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void start() {
        look();
    }

    /** One asks for all who wait, and not more often than makes sense. */
    private void look() {
        if (System.nanoTime() - asked < BETWEEN.toNanos() || !asking.tryLock()) {
            return;
        }
        try (var connection = dataSource.getConnection()) {
            reached.reachAtLeast(Positions.feed(connection, Schema.LIVE));
            asked = System.nanoTime();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        } finally {
            asking.unlock();
        }
    }

    @Override
    public long position() {
        look();
        return reached.position();
    }

    @Override
    public void reach(long position) {
        reached.reachAtLeast(position);
    }

    @Override
    public Optional<String> stopped() {
        try (var connection = dataSource.getConnection()) {
            return Schema.LIVE.isCurrent(connection)
                    ? Optional.empty()
                    : Optional.of("the views are another version's: end its processes, then rebuild them");
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public boolean await(long wanted, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            look();
            var left = Duration.ofNanos(end - System.nanoTime());
            if (reached.await(wanted, left.compareTo(BETWEEN) < 0 ? left : BETWEEN)) {
                return true;
            } else if (left.isNegative() || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
    }

    @Override
    public void close() {
        reached.close();
    }
}
