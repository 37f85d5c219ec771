package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.StreamId;

/** A journal to which somebody else always appends first. */
public final class BusyJournal implements Journal {

    private final Journal journal;
    private int refused;

    public BusyJournal(Journal journal) {
        this.journal = journal;
    }

    /** How many appends it has refused. */
    public int refused() {
        return refused;
    }

    @Override
    public Stored append(Append append) {
        refused++;
        throw new Conflict(List.copyOf(append.readSet().keySet()));
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
