package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.StreamId;

/** A journal around another, for tests that change how it is handed something. */
abstract class JournalAround implements Journal {

    final Journal journal;

    JournalAround(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Stored append(Append append) {
        return journal.append(append);
    }

    @Override
    public List<Recorded> stream(StreamId stream, long fromVersion) {
        return journal.stream(stream, fromVersion);
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

    @Override
    public Optional<Answered> answered(String scope, String key) {
        return journal.answered(scope, key);
    }
}
