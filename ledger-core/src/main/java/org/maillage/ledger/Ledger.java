package org.maillage.ledger;

import java.util.List;

/** The door of the ledger: every change goes through it. */
public interface Ledger {

    /**
     * Decides a command and stores what follows from it, all of it or nothing; returns once it is durable.
     *
     * @throws Refused with its reason; nothing was stored
     * @throws Unavailable where the journal cannot take it now or it is not known; the same key may be tried again
     */
    Outcome execute(LedgerCommand command, Origin origin);

    /**
     * Decides several commands in order, storing the accepted ones in as few commits as it can. Each is answered as if
     * they had come one by one: it sees what those before it leave and nothing of those after it, and one that is refused
     * stores nothing and stops none of the others. Where one cannot be decided at all, what is before it stays stored and
     * is answered by its keys, and what is behind it was not tried.
     *
     * @return for each command, in order, what became of it
     */
    List<Result> executeAll(List<Request> requests);

    /** A command and where it comes from. */
    record Request(LedgerCommand command, Origin origin) {}

    /** What became of one command among several. */
    sealed interface Result {
        record Done(Outcome outcome) implements Result {}

        record Declined(Refused refusal) implements Result {}
    }

    /** The journal cannot take a command now. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
