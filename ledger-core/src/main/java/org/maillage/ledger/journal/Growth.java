package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Wakes readers that wait for the next event: at once for those of this process, and by asking now and then, while
 * somebody waits, for those of others.
 */
final class Growth {

    private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LongSupplier ask;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long known;
    private long asked = System.nanoTime() - BETWEEN_QUESTIONS;

    Growth(LongSupplier ask) {
        this.ask = ask;
    }

    /** The journal has reached this position. */
    void reached(long position) {
        lock.lock();
        try {
            if (position > known) {
                known = position;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(atMost);
        while (known <= position) {
            long left = end - System.nanoTime();
            if (isToAsk(left <= 0)) {
                reached(ask.getAsLong());
            }
            if (left <= 0) {
                break;
            }
            sleep(position, Math.min(left, BETWEEN_QUESTIONS));
        }
        return known > position;
    }

    /** One waiter asks for all of them; who gives up asks once more, so that the answer is true. */
    private boolean isToAsk(boolean isLast) {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (!isLast && now - asked < BETWEEN_QUESTIONS) {
                return false;
            }
            asked = now;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void sleep(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (known <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
