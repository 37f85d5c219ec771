package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.StreamId;

/** A journal that stores what it is handed in order, but later, as one with a committer does. */
public final class QueueingJournal implements Journal, AutoCloseable {

    private final Journal journal;
    private final ExecutorService committer = Executors.newSingleThreadExecutor();

    public QueueingJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Stored append(Append append) {
        return journal.append(append);
    }

    @Override
    public CompletionStage<Stored> submit(Append append) {
        return CompletableFuture.supplyAsync(() -> journal.append(append), committer);
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

    @Override
    public void close() {
        committer.close();
    }
}
