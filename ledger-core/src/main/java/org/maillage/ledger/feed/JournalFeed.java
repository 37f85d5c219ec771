package org.maillage.ledger.feed;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.ReadOnlyJournal;

/** The feed of a process that reaches the journal itself. */
public final class JournalFeed implements EventFeed {

    private final Journal journal;

    public JournalFeed(Journal journal) {
        this.journal = journal;
    }

    /** The feed of a process that reads the journal, in this database, and appends nothing. */
    public static EventFeed reading(DataSource dataSource) {
        return new ReadOnlyJournal(dataSource);
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
