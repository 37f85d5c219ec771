package org.maillage.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;

/**
 * Reads and decodes the feed ahead of whoever folds it, several stretches at once: positions have no gaps, so that where
 * a stretch starts is known before the one before it is read.
 */
final class ReadAhead implements AutoCloseable {

    private static final int STRETCH = 2_000;
    private static final int AHEAD = 4;

    private final EventFeed feed;
    private final long end;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("views-read-", 0).daemon().factory());
    private final Deque<Future<List<Recorded>>> stretches = new ArrayDeque<>();
    private long start;

    ReadAhead(EventFeed feed, long after, long end) {
        this.feed = feed;
        this.start = after;
        this.end = end;
    }

    /** The next events; empty at the end. */
    List<Recorded> next() throws InterruptedException {
        while (stretches.size() < AHEAD && start < end) {
            long from = start;
            int size = (int) Math.min(STRETCH, end - start);
            stretches.add(readers.submit(() -> feed.after(from, size)));
            start += size;
        }
        var stretch = stretches.poll();
        if (stretch == null) {
            return List.of();
        }
        try {
            return stretch.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
