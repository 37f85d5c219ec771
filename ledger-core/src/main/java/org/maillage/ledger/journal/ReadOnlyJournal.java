package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.feed.StoredFeed;

/** The journal for a process that appends nothing; while it waits, it asks the database some twenty times a second. */
public final class ReadOnlyJournal implements EventFeed, StoredFeed {

    private final Reader reader;
    private final Growth growth;

    /** The journal of a database; reads take a connection for a moment each. */
    public ReadOnlyJournal(DataSource dataSource) {
        this.reader = new Reader(dataSource);
        this.growth = new Growth(reader::position);
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return reader.after(position, limit);
    }

    @Override
    public List<StoredEvent> storedAfter(long position, int limit) {
        return reader.storedAfter(position, limit);
    }

    @Override
    public long position() {
        return reader.position();
    }

    @Override
    public boolean await(long position, Duration atMost) throws InterruptedException {
        return growth.await(position, atMost);
    }
}
