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

    private final int capacity;
    private final Duration wait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    /** Written under the lock alone. */
    private volatile int weight;

    private boolean closed;

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
            setWeight(weight + waiting.weight());
            arrived.signal();
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
            setWeight(weight - sum);
            drained.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void setWeight(int now) {
        weight = now;
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
     * Steps aside for as long as that brings more. Those who were just told are about to come back: on a busy machine
     * they would otherwise find the committer gone with the first of them, and wait out a whole commit. On an idle one
     * this takes no time.
     */
    @SuppressWarnings("ThreadPriorityCheck") // whatever the scheduler does, what follows is right
    private void letGather(int most) {
        int before;
        do {
            before = weight;
            Thread.yield();
        } while (weight > before && weight < most);
    }

    /** Takes no more in; what is in it is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
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
