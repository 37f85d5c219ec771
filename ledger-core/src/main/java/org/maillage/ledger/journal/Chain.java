package org.maillage.ledger.journal;

/**
 * Appends of which each was decided as if those before it were stored. Where one is not stored as it was decided, none
 * after it is: they are told of a conflict, so that they can be decided again in order.
 */
public final class Chain {

    /** Only the journal's one writer asks and says so. */
    private boolean broken;

    boolean isBroken() {
        return broken;
    }

    void breakOff() {
        broken = true;
    }
}
