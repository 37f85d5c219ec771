package org.maillage.ledger.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.StreamId;

/** A journal that takes appends in, lets something happen elsewhere (on a thread), and then stores them in order. */
public final class HoldingJournal implements Journal {

    private record Held(Append append, CompletableFuture<Stored> stored) {}

    private final Journal journal;
    private final int count;
    private final Runnable meanwhile;
    private final List<Held> held = new ArrayList<>();
    private boolean done;

    /** @param count how many appends it holds before something happens, once */
    public HoldingJournal(Journal journal, int count, Runnable meanwhile) {
        this.journal = journal;
        this.count = count;
        this.meanwhile = meanwhile;
    }

    /** Whether what was to happen did. */
    public boolean hasHeld() {
        return done;
    }

    @Override
    public Stored append(Append append) {
        return journal.append(append);
    }

    @Override
    public CompletionStage<Stored> submit(Append append) {
        if (done) {
            return journal.submit(append);
        }
        var one = new Held(append, new CompletableFuture<>());
        held.add(one);
        if (held.size() == count) {
            done = true;
            CompletableFuture.runAsync(meanwhile).join();
            held.forEach(this::store);
        }
        return one.stored();
    }

    private void store(Held one) {
        journal.submit(one.append()).whenComplete((stored, failure) -> {
            if (failure == null) {
                one.stored().complete(stored);
            } else {
                one.stored().completeExceptionally(failure);
            }
        });
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
