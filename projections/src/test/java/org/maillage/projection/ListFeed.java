package org.maillage.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;

/** A feed over a list that tests append to. */
class ListFeed implements EventFeed {

    private final List<Recorded> events = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();

    long append(Instant at, LedgerEvent... more) {
        lock.lock();
        try {
            for (var event : more) {
                events.add(recorded(events.size() + 1L, at, event));
            }
            appended.signalAll();
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    void append(List<Recorded> more) {
        more.forEach(recorded -> append(recorded.recordedAt(), recorded.event()));
    }

    static Recorded recorded(long position, Instant at, LedgerEvent event) {
        return new Recorded(
                position,
                event.stream(),
                position,
                new UUID(1, position),
                at,
                Actor.SYSTEM,
                null,
                Id.nextUuid(),
                event);
    }

    List<Recorded> all() {
        return after(0, Integer.MAX_VALUE);
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        lock.lock();
        try {
            int from = (int) Math.min(position, events.size());
            int to = (int) Math.min((long) from + limit, events.size());
            return List.copyOf(events.subList(from, to));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long position() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (events.size() <= position && left > 0) {
                left = appended.awaitNanos(left);
            }
            return events.size() > position;
        } finally {
            lock.unlock();
        }
    }
}
