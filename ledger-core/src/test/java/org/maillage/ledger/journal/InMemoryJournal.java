package org.maillage.ledger.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.StreamId;

/** A journal that keeps its events in memory, for tests: it means what the one over PostgreSQL means. */
public final class InMemoryJournal implements Journal, Snapshots {

    private record Key(String scope, String key) {}

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<Recorded> events = new ArrayList<>();
    private final Map<StreamId, List<Recorded>> streams = new HashMap<>();
    private final Set<UUID> eventIds = new HashSet<>();
    private final Map<Key, Answered> commands = new HashMap<>();
    private final Map<StreamId, Snapshot> snapshots = new HashMap<>();

    public InMemoryJournal() {
        this(Clock.systemUTC());
    }

    public InMemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Stored append(Append append) {
        lock.lock();
        try {
            checkKey(append);
            if (append.chain().isBroken()) {
                throw new Conflict(List.of());
            }
            checkVersions(append);
            checkEventIds(append);
            return store(append);
        } catch (AlreadyDone done) {
            if (!append.entries().isEmpty()) {
                append.chain().breakOff();
            }
            throw done;
        } catch (RuntimeException failure) {
            append.chain().breakOff();
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    private void checkKey(Append append) {
        var answered = commands.get(keyOf(append));
        if (append.requestHash() != null && answered != null) {
            throw new AlreadyDone(answered);
        }
    }

    private void checkVersions(Append append) {
        var written = new HashSet<StreamId>();
        var changed = new LinkedHashSet<StreamId>();
        for (var entry : append.entries()) {
            var stream = entry.event().stream();
            var isFirst = written.add(stream);
            if (isFirst && entry.version() != UNGUARDED && entry.version() != versionOf(stream) + 1) {
                changed.add(stream);
            }
        }
        append.readSet().forEach((stream, version) -> {
            if (versionOf(stream) != version) {
                changed.add(stream);
            }
        });
        append.heads().forEach((stream, head) -> {
            var stored = streams.getOrDefault(stream, List.of());
            if (stored.isEmpty() || !stored.getLast().eventId().equals(head)) {
                changed.add(stream);
            }
        });
        if (!changed.isEmpty()) {
            throw new Conflict(List.copyOf(changed));
        }
    }

    private void checkEventIds(Append append) {
        var seen = new HashSet<UUID>();
        for (var entry : append.entries()) {
            if (eventIds.contains(entry.eventId()) || !seen.add(entry.eventId())) {
                throw new IllegalArgumentException("event id is stored already: " + entry.eventId());
            }
        }
    }

    private Stored store(Append append) {
        var origin = append.origin();
        var at = recordedAt();
        for (var entry : append.entries()) {
            var stream = streams.computeIfAbsent(entry.event().stream(), s -> new ArrayList<>());
            var recorded = new Recorded(
                    events.size() + 1,
                    entry.event().stream(),
                    stream.size(),
                    entry.eventId(),
                    at,
                    origin.actor(),
                    origin.cause(),
                    origin.commandId(),
                    entry.event());
            stream.add(recorded);
            events.add(recorded);
            eventIds.add(entry.eventId());
        }
        grown.signalAll();
        var stored = new Stored(events.size(), append.entries().size());
        if (append.requestHash() != null && !append.refused()) {
            commands.put(keyOf(append), new Answered(origin.commandId(), append.requestHash(), stored));
        }
        return stored;
    }

    private Instant recordedAt() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var last = events.isEmpty() ? now : events.getLast().recordedAt();
        return now.isBefore(last) ? last : now;
    }

    private long versionOf(StreamId stream) {
        return streams.getOrDefault(stream, List.of()).size() - 1L;
    }

    private static Key keyOf(Append append) {
        return new Key(append.origin().scope(), append.origin().key());
    }

    @Override
    public List<Recorded> stream(StreamId stream, long fromVersion) {
        lock.lock();
        try {
            return streams.getOrDefault(stream, List.of()).stream()
                    .skip(Math.max(0, fromVersion))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        lock.lock();
        try {
            return events.stream().skip(Math.max(0, position)).limit(limit).toList();
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
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (events.size() <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
            return events.size() > position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Answered> answered(String scope, String key) {
        lock.lock();
        try {
            return Optional.ofNullable(commands.get(new Key(scope, key)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void save(Snapshot snapshot) {
        lock.lock();
        try {
            var kept = snapshots.get(snapshot.stream());
            if (kept == null || !kept.type().equals(snapshot.type()) || kept.version() < snapshot.version()) {
                snapshots.put(snapshot.stream(), snapshot);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Snapshot> load(StreamId stream, String type) {
        lock.lock();
        try {
            return Optional.ofNullable(snapshots.get(stream))
                    .filter(kept -> kept.type().equals(type));
        } finally {
            lock.unlock();
        }
    }
}
