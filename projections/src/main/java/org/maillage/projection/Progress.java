package org.maillage.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param done events applied
 * @param total events in the journal, as known now
 * @param readAt when all of the journal will be folded, at the pace so far; null until there is one, and in the other
 *     stages, whose length nobody knows
 * @param failure why it stopped without a swap; null unless FAILED
 */
public record Progress(
        Stage stage,
        long done,
        long total,
        @Nullable Instant readAt,
        Instant startedAt,
        @Nullable String failure) {

    /** What a rebuild is at. */
    public enum Stage {
        /** folding the journal into a new generation */
        FOLDING,
        /** adding indexes */
        INDEXING,
        /** applying what was appended meanwhile, then swapping */
        CATCHING_UP,
        /** readers see the new generation */
        DONE,
        /** readers still see the old one */
        FAILED
    }
}
