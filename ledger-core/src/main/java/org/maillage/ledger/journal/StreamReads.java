package org.maillage.ledger.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.value.StreamId;

/**
 * Reads of streams that are asked for at the same time, as few questions: who asks while others are being answered is
 * answered together with all who came meanwhile. Who is alone is asked for at once.
 */
final class StreamReads {

    /** Questions at once: further ones gather meanwhile, and a long stream holds up only who asks with it. */
    private static final int AT_ONCE = 3;

    private static final int MOST = 256;

    /** A stream's events from a version on. */
    record Asked(StreamId stream, long fromVersion) {}

    /** Answers several, in their order, each with its events by version. */
    interface Source {
        List<List<StoredEvent>> read(List<Asked> asked);
    }

    /** @param turn its events; or null where it is now for the one who asked to answer, with all who wait */
    private record Waiting(Asked asked, CompletableFuture<@Nullable List<StoredEvent>> turn) {}

    private final Source source;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private int answering;

    StreamReads(Source source) {
        this.source = source;
    }

    /** What was stored before the call began, at least. @throws org.maillage.ledger.Ledger.Unavailable where it cannot be read */
    List<StoredEvent> of(StreamId stream, long fromVersion) {
        var own = new Waiting(new Asked(stream, fromVersion), new CompletableFuture<>());
        if (waits(own)) {
            var read = told(own.turn());
            if (read != null) {
                return read;
            }
        }
        try {
            return answer(own, take());
        } finally {
            handOn();
        }
    }

    /** How many wait for those who are being answered. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean waits(Waiting own) {
        lock.lock();
        try {
            if (answering == AT_ONCE) {
                queue.add(own);
                return true;
            }
            answering++;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static <T extends @Nullable Object> T told(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw failure;
        }
    }

    private List<Waiting> take() {
        lock.lock();
        try {
            var others = new ArrayList<Waiting>();
            while (others.size() < MOST - 1 && !queue.isEmpty()) {
                others.add(queue.removeFirst());
            }
            return others;
        } finally {
            lock.unlock();
        }
    }

    private List<StoredEvent> answer(Waiting own, List<Waiting> others) {
        var asked = new ArrayList<Asked>(others.size() + 1);
        asked.add(own.asked());
        others.forEach(other -> asked.add(other.asked()));
        var answers = CompletableFuture.completedFuture(asked).thenApply(source::read);
        for (var i = 0; i < others.size(); i++) {
            var place = i + 1;
            var turn = others.get(i).turn();
            var _ = answers.whenComplete((read, failure) -> {
                if (failure == null) {
                    turn.complete(read.get(place));
                } else {
                    turn.completeExceptionally(failure);
                }
            });
        }
        return told(answers).getFirst();
    }

    private void handOn() {
        lock.lock();
        try {
            var next = queue.poll();
            if (next == null) {
                answering--;
            } else {
                next.turn().complete(null);
            }
        } finally {
            lock.unlock();
        }
    }
}
