package org.maillage.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.maillage.ledger.Ledger.Request;
import org.maillage.ledger.Ledger.Result;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.journal.Chain;
import org.maillage.ledger.journal.Journal;

/**
 * Commands that are decided in order, each on what those before it leave, without waiting for each commit. The journal
 * says of every answer, refusals too, whether it holds at its place in the order. Where one does not, none after it is
 * stored, and all is decided again from there: so each is answered as if it had come alone (docs/decisions/0005).
 */
final class Bulk {

    private static final int ATTEMPTS = 12;

    private final LedgerCore ledger;
    private final List<Request> requests;
    private final List<Result> results;

    /** How many were attempted at least once. */
    private int attempted;

    /** How often the first that is not answered met a conflict. */
    private int conflicts;

    Bulk(LedgerCore ledger, List<Request> requests) {
        this.ledger = ledger;
        this.requests = requests;
        this.results = new ArrayList<>(requests.size());
    }

    /** What became of each, in order. Those that keep meeting conflicts are tried fewer at a time. */
    List<Result> decide() {
        int most = requests.size();
        while (results.size() < requests.size()) {
            most = settle(handIn(most)) ? Math.min(2 * most, requests.size()) : Math.max(1, most / 2);
        }
        return results;
    }

    /** Decides the next ones; none after one that was kept from being decided. */
    private List<Attempt> handIn(int most) {
        int from = results.size();
        int to = Math.min(requests.size(), from + most);
        var chain = new Chain();
        var attempts = new ArrayList<Attempt>(to - from);
        Decision before = null;
        for (int i = from; i < to; i++) {
            var attempt = ledger.attempt(requests.get(i), i < attempted, chain, before);
            attempts.add(attempt);
            before = attempt.decision();
            if (attempt.failure() != null && !(attempt.failure() instanceof Refused)) {
                break;
            }
        }
        attempted = Math.max(attempted, from + attempts.size());
        return attempts;
    }

    /** Waits for what became of them. Returns false where what follows is to be decided again. */
    private boolean settle(List<Attempt> attempts) {
        int settled = 0;
        try {
            while (settled < attempts.size() && settle(attempts.get(settled))) {
                settled++;
            }
            return settled == attempts.size();
        } finally {
            // What these wrote is nowhere but in memory.
            for (var attempt : attempts.subList(settled, attempts.size())) {
                ledger.forget(attempt.decision().written());
            }
        }
    }

    /** Returns false where it was not stored as it was decided, though others were decided upon it. */
    private boolean settle(Attempt attempt) {
        var decision = attempt.decision();
        try {
            var stored = stored(attempt);
            answer(
                    attempt.failure() == null
                            ? new Result.Done(new Outcome(
                                    decision.origin().commandId(), stored.lastPosition(), stored.events(), false))
                            : failed(attempt.failure()));
            return true;
        } catch (Journal.AlreadyDone done) {
            answer(before(done.answered(), decision));
            return decision.written().isEmpty();
        } catch (Journal.Conflict conflict) {
            ledger.forget(conflict.streams());
            conflicts++;
            if (conflicts == ATTEMPTS) {
                answer(new Result.Declined(new Refused(Reason.TOO_BUSY)));
            } else {
                pause();
            }
            return false;
        }
    }

    private void answer(Result result) {
        results.add(result);
        conflicts = 0;
    }

    private static Journal.Stored stored(Attempt attempt) {
        var submitted = attempt.decision().submitted();
        if (submitted.isEmpty()) {
            throw Objects.requireNonNull(attempt.failure());
        }
        try {
            return submitted.get().toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw LedgerCore.unchecked(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private static Result failed(RuntimeException failure) {
        if (failure instanceof Refused refusal) {
            return new Result.Declined(refusal);
        }
        throw failure;
    }

    /** The same key answers the same outcome; with another content it is refused (architecture, decision 4). */
    private static Result before(Journal.Answered answered, Decision decision) {
        if (!answered.requestHash().equals(decision.requestHash())) {
            return new Result.Declined(new Refused(Reason.KEY_REUSED));
        }
        return new Result.Done(new Outcome(
                answered.commandId(),
                answered.stored().lastPosition(),
                answered.stored().events(),
                true));
    }

    private void pause() {
        var most = TimeUnit.MILLISECONDS.toNanos(1) << Math.min(conflicts, 6);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}
