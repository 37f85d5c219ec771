package org.maillage.ledger.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.journal.Journal.Answered;

/**
 * What is stored when a batch is decided, as far as the batch touches it.
 *
 * @param position position of the newest event; 0 for none
 * @param recordedAt its time; null for none
 * @param newest newest event of each stream, or {@link Newest#NONE}
 * @param answers what keys were answered
 */
record Head(
        long position, @Nullable Instant recordedAt, Map<String, Newest> newest, Map<Waiting.Key, Answered> answers) {

    /** The newest event of a stream. */
    record Newest(long version, @Nullable UUID eventId) {

        /** Where a stream holds nothing yet. */
        static final Newest NONE = new Newest(Journal.NOTHING, null);
    }
}
