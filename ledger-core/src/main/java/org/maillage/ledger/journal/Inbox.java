package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.maillage.ledger.Ledger;

/** The bounded queue before the committer: in the order of the calls; when it is full, callers wait for room. */
final class Inbox {

    private static final long LONGEST_GATHERING = TimeUnit.MILLISECONDS.toNanos(1);

    private final int capacity;
    private final Duration wait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();

    private int weight;
    private boolean closed;

    /** Weight of the last batch, when it was taken, and how much is waited for now; 0 where nobody waits. */
    private int last;

    private long lastTaken = System.nanoTime();
    private int awaited;

    Inbox(int capacity, Duration wait) {
        this.capacity = capacity;
        this.wait = wait;
    }

    /** Takes one in. @throws Ledger.Unavailable where it stays full or is closed; then it was not taken */
    void put(Waiting waiting) {
        lock.lock();
        try {
            awaitRoom(waiting.weight());
            if (closed) {
                throw new Ledger.Unavailable("the journal is closing", new RejectedExecutionException());
            }
            queue.add(waiting);
            weight += waiting.weight();
            arrived.signal();
            if (awaited > 0 && weight >= awaited) {
                gathered.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(int needed) {
        long left = TimeUnit.NANOSECONDS.convert(wait);
        try {
            while (!closed && !queue.isEmpty() && weight + needed > capacity) {
                if (left <= 0) {
                    throw new Ledger.Unavailable("the journal's queue stays full", new TimeoutException());
                }
                left = drained.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Ledger.Unavailable("interrupted before it was taken in", interrupted);
        }
    }

    /** Waits for the next ones, in order, up to a weight but at least one; empty when closed and drained. */
    List<Waiting> take(int most) throws InterruptedException {
        awaitOne();
        letGather(most);
        lock.lock();
        try {
            var taken = new ArrayList<Waiting>(queue.size());
            int sum = 0;
            while (!queue.isEmpty()
                    && (taken.isEmpty() || sum + queue.getFirst().weight() <= most)) {
                var next = queue.removeFirst();
                sum += next.weight();
                taken.add(next);
            }
            weight -= sum;
            last = sum;
            lastTaken = System.nanoTime();
            drained.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void awaitOne() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (queue.isEmpty() && !closed) {
                arrived.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits, for a moment, until as many are here as the last batch had. Those who were just told are about to come back:
     * they would otherwise find the committer gone with the first of them, and wait out a whole commit. Never longer than
     * that commit took; and nobody who is alone waits here.
     */
    private void letGather(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaited = Math.min(most, last);
            long left = Math.min(LONGEST_GATHERING, System.nanoTime() - lastTaken);
            while (weight < awaited && !closed && left > 0) {
                left = gathered.awaitNanos(left);
            }
        } finally {
            awaited = 0;
            lock.unlock();
        }
    }

    /** Takes no more in; what is in it is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
            gathered.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes it, and tells whoever is still in it that the committer has ended. */
    void refuse() {
        lock.lock();
        try {
            close();
            queue.forEach(waiting -> waiting.stored.completeExceptionally(
                    new Ledger.Unavailable("the journal has ended", new RejectedExecutionException())));
            queue.clear();
        } finally {
            lock.unlock();
        }
    }
}
