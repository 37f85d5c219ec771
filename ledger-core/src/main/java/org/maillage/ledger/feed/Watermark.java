package org.maillage.ledger.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far somebody who follows the journal is, for those who wait for it; and whether they have stopped for good. */
public final class Watermark {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long position;
    private @Nullable String stopped;
    private boolean closed;

    /** The position that was reached last; 0 before any. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Says how far it is now: further, or back where all is read anew. */
    public void reach(long reached) {
        lock.lock();
        try {
            position = reached;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says how far it is now, unless it is further already: several may say so of one journal. */
    public void reachAtLeast(long reached) {
        lock.lock();
        try {
            position = Math.max(position, reached);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says that it goes no further, and why; null where there is nothing to say. */
    public void stop(@Nullable String why) {
        lock.lock();
        try {
            stopped = why == null ? "stopped" : why;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why it goes no further; empty while it does. */
    public Optional<String> stopped() {
        lock.lock();
        try {
            return Optional.ofNullable(stopped);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a position is reached, at most so long; returns whether it is. */
    public boolean await(long wanted, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (position < wanted && stopped == null && !closed && left > 0) {
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

    /** Lets so much time pass, less where it is closed meanwhile. @throws InterruptedException where it is interrupted */
    public void pause(Duration length) throws InterruptedException {
        lock.lock();
        try {
            long left = length.toNanos();
            while (left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody wait any longer. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
