package org.maillage.ledger.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.journal.Journal.AlreadyDone;
import org.maillage.ledger.journal.Journal.Answered;
import org.maillage.ledger.journal.Journal.Conflict;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.StreamId;

/**
 * Appends that are stored by one commit. Each is decided in memory against what is stored and against those before it,
 * so that one that conflicts fails alone; nobody is told before the commit.
 */
final class Batch {

    private final List<Waiting> appends;
    private final long start;
    private final Instant recordedAt;
    private final Map<String, Head.Newest> newest;
    private final Map<Waiting.Key, Answered> answers;
    private final List<Runnable> verdicts;
    private final Set<Chain> broken = new HashSet<>();
    private final Rows rows = new Rows();
    private @Nullable Waiting mark;

    private Batch(List<Waiting> appends, Head head, Instant now) {
        this.appends = appends;
        this.start = head.position();
        this.recordedAt = laterOf(now.truncatedTo(ChronoUnit.MICROS), head.recordedAt());
        this.newest = new HashMap<>(head.newest());
        this.answers = new HashMap<>(head.answers());
        this.verdicts = new ArrayList<>(appends.size());
    }

    /** Decides each append in order, as of what is stored now. */
    static Batch decide(List<Waiting> appends, Head head, Clock clock) {
        var batch = new Batch(appends, head, clock.instant());
        for (var append : appends) {
            batch.decide(append);
        }
        return batch;
    }

    private static Instant laterOf(Instant now, @Nullable Instant last) {
        return last != null && last.isAfter(now) ? last : now;
    }

    private void decide(Waiting waiting) {
        var answered = waiting.key == null ? null : answers.get(waiting.key);
        if (answered != null) {
            fail(waiting, new AlreadyDone(answered));
        } else if (isBroken(waiting.append.chain())) {
            fail(waiting, new Conflict(List.of()));
        } else {
            var changed = changed(waiting);
            if (changed.isEmpty()) {
                store(waiting);
            } else {
                fail(waiting, new Conflict(List.copyOf(changed)));
            }
        }
    }

    private boolean isBroken(Chain chain) {
        return chain.isBroken() || broken.contains(chain);
    }

    /** Those that follow were decided as if it were stored; a repeated command that changes nothing misleads none. */
    private void fail(Waiting waiting, RuntimeException why) {
        if (why instanceof Conflict || !waiting.rows.isEmpty()) {
            broken.add(waiting.append.chain());
        }
        verdicts.add(() -> waiting.stored.completeExceptionally(why));
    }

    private Set<StreamId> changed(Waiting waiting) {
        var changed = new LinkedHashSet<StreamId>();
        var written = new HashMap<String, Long>();
        for (var row : waiting.rows) {
            long next = written.merge(row.stream(), versionOf(row.stream()) + 1, (before, _) -> before + 1);
            if (row.version() != Journal.UNGUARDED && row.version() != next) {
                changed.add(new StreamId(row.stream()));
            }
        }
        waiting.append.readSet().forEach((stream, version) -> {
            if (versionOf(stream.value()) != version) {
                changed.add(stream);
            }
        });
        waiting.append.heads().forEach((stream, head) -> {
            var stored = newest.get(stream.value());
            if (stored == null || !head.equals(stored.eventId())) {
                changed.add(stream);
            }
        });
        return changed;
    }

    private void store(Waiting waiting) {
        for (var row : waiting.rows) {
            long version = versionOf(row.stream()) + 1;
            newest.put(row.stream(), new Head.Newest(version, row.eventId()));
            rows.add(waiting, row, version);
        }
        var at = new Stored(start + rows.events(), waiting.rows.size());
        var answer = waiting.answer(at);
        if (answer != null && waiting.key != null) {
            answers.put(waiting.key, answer);
            rows.add(waiting.key, answer);
        }
        if (mark == null && (answer != null || at.events() > 0)) {
            mark = waiting;
        }
        verdicts.add(() -> waiting.stored.complete(at));
    }

    private long versionOf(String stream) {
        var last = newest.get(stream);
        return last == null ? Journal.NOTHING : last.version();
    }

    List<Waiting> appends() {
        return appends;
    }

    /** Position of the last event before it. */
    long start() {
        return start;
    }

    /** Position of its last event. */
    long end() {
        return start + rows.events();
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** The newest event of every stream that it touches or rests on, once it is stored. */
    Map<String, Head.Newest> newest() {
        return newest;
    }

    Rows rows() {
        return rows;
    }

    /** The first append that leaves something behind: where that stands the whole batch does. Null where none does. */
    @Nullable
    Waiting mark() {
        return mark;
    }

    /** Tells each caller what became of its append. Only once it is known to be durable. */
    void tell() {
        broken.forEach(Chain::breakOff);
        verdicts.forEach(Runnable::run);
    }
}
