package org.maillage.ledger.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
            Caffeine.newBuilder().maximumSize(MOST).build();

    public Reads(Journal journal) {
        this.journal = journal;
    }

    /** A state and the version of the event that it follows from. */
    record Seen<S>(long version, S state, Fold<S> fold) {

        Seen<S> after(long next, LedgerEvent event) {
            return new Seen<>(next, fold.evolve().apply(state, event), fold);
        }
    }

    @SuppressWarnings("unchecked") // a stream is always folded by the same fold
    <S> Seen<S> of(StreamId stream, Fold<S> fold) {
        var known = (Seen<S>) seen.getIfPresent(stream);
        if (known != null && !stream.unguarded()) {
            return known;
        }
        if (known == null) {
            known = new Seen<>(Journal.NOTHING, fold.initial(), fold);
        }
        for (var recorded : journal.stream(stream, known.version() + 1)) {
            known = known.after(recorded.version(), recorded.event());
        }
        seen.put(stream, known);
        return known;
    }

    /** Takes in an event that was just handed to the journal; if it is not stored, {@link #forget} follows. */
    public void applied(StreamId stream, long version, LedgerEvent event) {
        if (stream.unguarded()) {
            return;
        }
        seen.asMap()
                .computeIfPresent(
                        stream, (_, known) -> known.version() + 1 == version ? known.after(version, event) : null);
    }

    /** Forgets what may be stale; it is read again when it is needed. */
    public void forget(Iterable<StreamId> streams) {
        seen.invalidateAll(streams);
    }
}
