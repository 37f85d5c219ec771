package org.maillage.projection;

import java.util.List;
import org.maillage.ledger.feed.Recorded;

/**
 * Events of one partition of a topic, in the order in which they came.
 *
 * @param partition from 0
 * @param events may be none; some may have come before
 * @param offset of the record after them
 */
public record Slice(int partition, List<Arrived> events, long offset) {

    /** Copies the list in. */
    public Slice {
        events = List.copyOf(events);
    }

    /**
     * An event that came.
     *
     * @param previous position of the event before it in the same partition, 0 for none: where that one is not in, some
     *     were missed
     */
    public record Arrived(Recorded recorded, long previous) {}
}
