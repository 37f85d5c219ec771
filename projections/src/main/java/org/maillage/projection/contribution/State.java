package org.maillage.projection.contribution;

/** Where a claim stands. */
public enum State {
    /** envoyée */
    SUBMITTED,
    /** précision demandée */
    CLARIFICATION_ASKED,
    /** validée */
    VALIDATED,
    /** refusée */
    DECLINED,
    /** retirée */
    WITHDRAWN,
    /** second avis demandé */
    APPEALED,
    /** validation annulée */
    REVERSED;

    /** Whether somebody has to decide it or answer about it. */
    public boolean isOpen() {
        return switch (this) {
            case SUBMITTED, CLARIFICATION_ASKED, APPEALED -> true;
            case VALIDATED, DECLINED, WITHDRAWN, REVERSED -> false;
        };
    }

    /** Whether it counts as claimed time: neither declined, withdrawn nor reversed (rule 12). */
    public boolean isStanding() {
        return isOpen() || this == VALIDATED;
    }
}
