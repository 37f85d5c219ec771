package org.maillage.ledger.value;

/** A text that somebody wrote is not of the form that a value is written in: their mistake, never the program's. */
public final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message the form that is asked for; it repeats nothing of what was written */
    public Malformed(String message) {
        super(message);
    }
}
