package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.StreamId;

/**
 * The journal: the only source of truth. Positions are 1, 2, 3 … without gaps, in commit order, over all streams and
 * processes; versions are 0, 1, 2 … in each stream.
 */
public interface Journal {

    /** Version of an event of an unguarded stream before the committer has given it one. */
    long UNGUARDED = -1;

    /** Version of a stream that holds nothing yet, in a read set. */
    long NOTHING = -1;

    /**
     * Stores everything of an append or nothing, and returns once it is durable.
     *
     * <p>A key that is already there is told before a conflict, since a repeated command conflicts with itself.
     *
     * @throws Conflict where a stream has grown, something that was read has changed, or its chain is broken; nothing was
     *     stored
     * @throws AlreadyDone where the command's scope and key are already there; nothing was stored now
     * @throws IllegalArgumentException where an event id is stored already; nothing was stored
     * @throws Ledger.Unavailable where it cannot be taken or its fate cannot be learnt
     */
    Stored append(Append append);

    /**
     * Takes an append into the queue, in the order of the calls, and answers later; so decisions that follow on one
     * stream need not wait for each other's commit. The stage fails with what {@link #append} throws.
     *
     * @throws Ledger.Unavailable where the queue stays full
     */
    default CompletionStage<Stored> submit(Append append) {
        try {
            return CompletableFuture.completedStage(append(append));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedStage(refused);
        }
    }

    /** Events of a stream from a version on, in order. */
    List<Recorded> stream(StreamId stream, long fromVersion);

    /** Events after a position, in order, at most so many; fewer only at the end. */
    List<Recorded> after(long position, int limit);

    /** Position of the newest event; 0 where there is none. */
    long position();

    /**
     * Waits until there is an event after a position, whichever process appended it, at most so long.
     *
     * @return whether there is one
     */
    boolean await(long position, Duration atMost) throws InterruptedException;

    /** What was answered under this scope and key, if anything. */
    Optional<Answered> answered(String scope, String key);

    /**
     * What one decision stores.
     *
     * @param entries its events, in order; within a stream their versions follow one another, or all are
     *     {@link #UNGUARDED}; may be empty (then only the command is remembered)
     * @param readSet versions of other streams that the decision depends on: for each the version of its newest event,
     *     or {@link #NOTHING}
     * @param heads ids of the newest events that the decision knows of streams that it read or writes, where there are
     *     any: a version that was handed in and then not stored may since have been given to another event
     * @param origin where the command comes from
     * @param requestHash HMAC-SHA-256 of the command before sealing, 64 hex digits; null where the command is not
     *     remembered
     * @param refused whether the command was refused: nothing is stored of it, not even its key, and what is answered is
     *     whether its refusal holds at its place in the order
     * @param chain the appends that it follows, handed in one after another by one caller
     */
    record Append(
            List<Entry> entries,
            Map<StreamId, Long> readSet,
            Map<StreamId, UUID> heads,
            Origin origin,
            @Nullable String requestHash,
            boolean refused,
            Chain chain) {

        public Append {
            entries = List.copyOf(entries);
            readSet = Map.copyOf(readSet);
            heads = Map.copyOf(heads);
            if (refused && !entries.isEmpty()) {
                throw new IllegalArgumentException("a refusal stores nothing");
            }
            checkVersions(entries);
        }

        /** An append that rests on versions alone: on nothing that was handed in before and may not be stored. */
        public Append(List<Entry> entries, Map<StreamId, Long> readSet, Origin origin, @Nullable String requestHash) {
            this(entries, readSet, Map.of(), origin, requestHash, false, new Chain());
        }

        private static void checkVersions(List<Entry> entries) {
            if (entries.size() < 2) {
                return;
            }
            var versions = new HashMap<StreamId, Long>();
            for (var entry : entries) {
                var before = versions.put(entry.event().stream(), entry.version());
                if (before != null && entry.version() != (before == UNGUARDED ? UNGUARDED : before + 1)) {
                    throw new IllegalArgumentException(
                            "versions do not follow one another in " + entry.event().stream());
                }
            }
        }
    }

    /**
     * One event to store.
     *
     * @param version its version in its stream, or {@link #UNGUARDED}
     */
    record Entry(UUID eventId, long version, LedgerEvent event) {}

    /**
     * Where an append was stored.
     *
     * @param lastPosition position of its last event; of the journal's last where it has none
     * @param events how many events
     */
    record Stored(long lastPosition, int events) {}

    /** What a key was answered: the command that did it, its request's hash, and where it was stored. */
    record Answered(UUID commandId, String requestHash, Stored stored) {}

    /** A stream has grown, or something that was read has changed. */
    final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<StreamId> streams;

        public Conflict(List<StreamId> streams) {
            super("changed meanwhile: " + streams, null, false, false);
            this.streams = List.copyOf(streams);
        }

        /** The streams on which it differs, as far as known. */
        public List<StreamId> streams() {
            return streams;
        }
    }

    /** The scope and key of a command are already there. */
    final class AlreadyDone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answered answered;

        public AlreadyDone(Answered answered) {
            super("done before", null, false, false);
            this.answered = answered;
        }

        public Answered answered() {
            return answered;
        }
    }
}
