package org.maillage.ledger.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A journal that takes appends in, lets something happen elsewhere (on a thread), and then stores them in order. */
public final class HoldingJournal extends JournalAround {

    private record Held(Append append, CompletableFuture<Stored> stored) {}

    private final int count;
    private final Runnable meanwhile;
    private final List<Held> held = new ArrayList<>();
    private boolean done;

    /** @param count how many appends it holds before something happens, once */
    public HoldingJournal(Journal journal, int count, Runnable meanwhile) {
        super(journal);
        this.count = count;
        this.meanwhile = meanwhile;
    }

    /** Whether what was to happen did. */
    public boolean hasHeld() {
        return done;
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
}
