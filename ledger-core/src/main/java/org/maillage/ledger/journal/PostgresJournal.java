package org.maillage.ledger.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.feed.StoredFeed;
import org.maillage.ledger.value.StreamId;

/**
 * The journal over PostgreSQL. Any number of processes may append to one database; each has one of these. Its schema is
 * made by {@link JournalSchema}.
 */
public final class PostgresJournal implements Journal, StoredFeed, AutoCloseable {

    private final Inbox inbox;
    private final Reader reader;
    private final Growth growth;
    private final Thread committer;

    public PostgresJournal(DataSource dataSource, Clock clock) {
        this(dataSource, clock, JournalSettings.USUAL);
    }

    /**
     * Starts its committer.
     *
     * @param dataSource where the journal's schema is; one connection is kept, reads take others for a moment each
     * @param clock stamps {@code recordedAt}
     */
    public PostgresJournal(DataSource dataSource, Clock clock, JournalSettings settings) {
        this.inbox = new Inbox(settings.queue(), settings.queueWait());
        this.reader = new Reader(dataSource);
        this.growth = new Growth(reader::position);
        this.committer = Thread.ofPlatform()
                .name("journal-committer")
                .daemon()
                .start(new Committer(dataSource, settings, clock, inbox, growth::reached));
    }

    @Override
    public Stored append(Append append) {
        try {
            // Not interruptible: an append that was taken in may be stored, and its caller must learn it.
            return submit(append).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw failure;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>What depends on the stage without an executor runs on the committer's thread, so it must be short and must not
     * append.
     */
    @Override
    public CompletableFuture<Stored> submit(Append append) {
        if (committer.equals(Thread.currentThread())) {
            throw new IllegalStateException("the committer would wait for itself");
        }
        var waiting = new Waiting(append);
        inbox.put(waiting);
        return waiting.stored;
    }

    @Override
    public List<Recorded> stream(StreamId stream, long fromVersion) {
        return reader.stream(stream, fromVersion);
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

    @Override
    public Optional<Answered> answered(String scope, String key) {
        return reader.answered(scope, key);
    }

    /** Takes no more appends, and returns once those that it has taken are stored and their callers told. */
    @Override
    public void close() {
        inbox.close();
        boolean interrupted = false;
        while (committer.isAlive()) {
            try {
                committer.join();
            } catch (InterruptedException whileClosing) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
