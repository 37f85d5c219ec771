package org.maillage.badge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.maillage.badge.feed.BadgeFeed;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;

/** Those who are told what the tables hold, whichever process wrote it there. */
final class Watchers {

    private static final int TOLD_ONE_BY_ONE = 1_000;

    private final EventFeed feed;
    private final List<Watcher> all = new CopyOnWriteArrayList<>();

    Watchers(EventFeed feed) {
        this.feed = feed;
    }

    void add(Watcher watcher) {
        all.add(watcher);
    }

    /**
     * Tells of a step.
     *
     * @param before the position up to which they were told
     */
    void told(long before, BadgeFeed.Step step) {
        long now = step.position();
        if (all.isEmpty() || now == before) {
            return;
        }
        if (now < before || now - before > TOLD_ONE_BY_ONE) {
            all.forEach(Watcher::everything);
            return;
        }
        var events = step.events();
        var whole = !events.isEmpty() && events.getFirst().position() <= before + 1;
        for (var recorded : whole ? events : feed.after(before, TOLD_ONE_BY_ONE)) {
            tell(recorded, before, now);
        }
    }

    private void tell(Recorded recorded, long before, long now) {
        if (recorded.position() > before && recorded.position() <= now) {
            all.forEach(watcher -> watcher.recorded(recorded));
        }
    }
}
