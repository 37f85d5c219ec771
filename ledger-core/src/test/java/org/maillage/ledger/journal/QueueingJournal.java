package org.maillage.ledger.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A journal that stores what it is handed in order, but later, as one with a committer does. */
public final class QueueingJournal extends JournalAround implements AutoCloseable {

    private final ExecutorService committer = Executors.newSingleThreadExecutor();

    public QueueingJournal(Journal journal) {
        super(journal);
    }

    @Override
    public CompletionStage<Stored> submit(Append append) {
        return CompletableFuture.supplyAsync(() -> journal.append(append), committer);
    }

    @Override
    public void close() {
        committer.close();
    }
}
