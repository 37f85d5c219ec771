package org.maillage.badge;

import org.maillage.ledger.feed.Recorded;

/** Somebody who keeps what was read of badges, and is told what may have changed it; on one thread, which waits. */
public interface Watcher {

    /** An event that the tables hold now. */
    void recorded(Recorded recorded);

    /** The tables are made again, or so much happened at once that it is not told one by one. */
    void everything();
}
