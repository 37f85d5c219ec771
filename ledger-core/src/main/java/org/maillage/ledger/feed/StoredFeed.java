package org.maillage.ledger.feed;

import java.time.Duration;
import java.util.List;

/** Events in order, as the journal holds them, for whoever copies it. */
public interface StoredFeed {

    /** Events after a position, in order, at most so many; fewer only at the end. */
    List<StoredEvent> storedAfter(long position, int limit);

    /** Position of the newest event; 0 where there is none. */
    long position();

    /** Waits until there is an event after a position, at most so long; returns whether there is. */
    boolean await(long position, Duration atMost) throws InterruptedException;
}
