package org.maillage.ledger.feed;

import java.time.Duration;
import java.util.List;

/** Events in order for a reader that keeps its own position: straight from the journal, or a copy of it. */
public interface EventFeed {

    /** Events after a position, in order, at most so many; empty at the end. */
    List<Recorded> after(long position, int limit);

    /** Position of the newest event; 0 where there is none. */
    long position();

    /** Waits until there is an event after a position, at most so long; returns whether there is. */
    boolean await(long position, Duration atMost) throws InterruptedException;
}
