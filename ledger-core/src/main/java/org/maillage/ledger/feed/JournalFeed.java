package org.maillage.ledger.feed;

import java.time.Duration;
import java.util.List;
import org.maillage.ledger.journal.Journal;

/** The feed of a process that reaches the journal itself. */
public final class JournalFeed implements EventFeed {

    private final Journal journal;

    public JournalFeed(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return journal.after(position, limit);
    }

    @Override
    public long position() {
        return journal.position();
    }

    @Override
    public boolean await(long position, Duration atMost) throws InterruptedException {
        return journal.await(position, atMost);
    }
}
