package org.maillage.badge;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.award.AwardWhenEarned;
import org.maillage.badge.award.GiveCatalogue;
import org.maillage.badge.feed.BadgeFeed;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.EventFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of badges: follows the journal, then reacts, again and again until it is closed. */
final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    // A long catching-up is not to keep everybody waiting for their badges.
    private static final int BATCHES_IN_A_ROW = 20;

    private final BadgeFeed tables;
    private final EventFeed events;
    private final AwardWhenEarned awarding;
    private final GiveCatalogue catalogue;
    private final Clock clock;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long position;
    private @Nullable String stopped;
    private volatile boolean closing;
    private Instant nextSweep = Instant.EPOCH;

    Following(BadgeFeed tables, EventFeed events, AwardWhenEarned awarding, GiveCatalogue catalogue, Clock clock) {
        this.tables = tables;
        this.events = events;
        this.awarding = awarding;
        this.catalogue = catalogue;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("badges").daemon().unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        while (!closing) {
            try {
                if (!round()) {
                    events.await(position(), IDLE);
                }
            } catch (UnknownEvent | UnreadableEvent e) {
                LOG.error("badges stop: this program is older than the journal", e);
                stop(e.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (!closing) {
                    LOG.warn("a round of badges failed and is tried again", e);
                    pause();
                }
            }
        }
    }

    /** Follows, then reacts; returns whether there was anything to do. */
    private boolean round() throws SQLException {
        boolean moving = false;
        for (int i = 0; i < BATCHES_IN_A_ROW && !closing; i++) {
            long before = position();
            long reached = tables.step();
            reach(reached);
            if (reached == before) {
                break;
            }
            moving = true;
        }
        sweep();
        if (closing) {
            return false;
        }
        boolean given = catalogue.step();
        boolean looked = awarding.step();
        return given || looked || moving;
    }

    private void sweep() {
        var now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
            awarding.expiring();
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

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** The tables may also go back, where they are emptied. */
    private void reach(long reached) {
        lock.lock();
        try {
            position = reached;
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

    /** Waits until the tables hold a position, at most so long; returns whether they do. */
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
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
