package org.maillage.ledger.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.StreamId;

/**
 * States of streams that decisions read without writing, kept in bounded memory. They may be stale: every decision sends
 * the versions that it read, and the journal refuses those that have changed.
 */
public final class Reads {

    private static final int MOST = 50_000;

    private final Journal journal;
    private final Cache<StreamId, Seen<?>> seen =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    public Reads(Journal journal) {
        this.journal = journal;
    }

    /**
     * A state and the event that it follows from.
     *
     * @param head the event's id; null where there is none
     */
    record Seen<S>(long version, @Nullable UUID head, S state, Fold<S> fold) {

        /** Whether an event of that version, decided on that newest one, is the next. */
        boolean follows(long next, @Nullable UUID on) {
            return version + 1 == next && Objects.equals(head, on);
        }

        Seen<S> after(long next, UUID eventId, LedgerEvent event) {
            return new Seen<>(next, eventId, fold.evolve().apply(state, event), fold);
        }
    }

    @SuppressWarnings("unchecked") // a stream is always folded by the same fold
    <S> Seen<S> of(StreamId stream, Fold<S> fold) {
        var known = (Seen<S>) seen.getIfPresent(stream);
        if (known != null && !stream.unguarded()) {
            return known;
        }
        if (known == null) {
            known = new Seen<>(Journal.NOTHING, null, fold.initial(), fold);
        }
        for (var recorded : journal.stream(stream, known.version() + 1)) {
            known = known.after(recorded.version(), recorded.eventId(), recorded.event());
        }
        // Another thread may have read more of it meanwhile, or handed in what follows.
        return (Seen<S>) seen.asMap().merge(stream, known, (now, own) -> now.version() < own.version() ? own : now);
    }

    /**
     * Takes in events that were just handed to the journal, where they follow on what is known here; if they are not
     * stored, {@link #forget} follows.
     *
     * @param heads the newest events, by stream, on which they were decided
     */
    public void applied(List<Journal.Entry> entries, Map<StreamId, UUID> heads) {
        var before = new HashMap<>(heads);
        for (var entry : entries) {
            var stream = entry.event().stream();
            var head = before.put(stream, entry.eventId());
            if (!stream.unguarded()) {
                seen.asMap()
                        .computeIfPresent(
                                stream,
                                (_, known) -> known.follows(entry.version(), head)
                                        ? known.after(entry.version(), entry.eventId(), entry.event())
                                        : null);
            }
        }
    }

    /** Forgets what may be stale; it is read again when it is needed. */
    public void forget(Iterable<StreamId> streams) {
        seen.invalidateAll(streams);
    }
}
