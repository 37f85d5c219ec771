package org.maillage.ledger.contribution;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.Quantity;

/**
 * A share and what its contributor said of it.
 *
 * @param submitted as claimed
 * @param answer what the contributor said last
 * @param confirmed quantity confirmed or corrected; null unless CONFIRMED or CORRECTED
 */
record ClaimShare(
        SubmittedShare submitted, Answer answer, @Nullable Quantity confirmed) {

    enum Answer {
        NONE,
        CONFIRMED,
        CORRECTED,
        DENIED
    }

    static ClaimShare unanswered(SubmittedShare share) {
        return new ClaimShare(share, Answer.NONE, null);
    }

    ClaimShare asConfirmed() {
        return new ClaimShare(submitted, Answer.CONFIRMED, submitted.quantity());
    }

    ClaimShare corrected(Quantity quantity) {
        return new ClaimShare(submitted, Answer.CORRECTED, quantity);
    }

    ClaimShare denied() {
        return new ClaimShare(submitted, Answer.DENIED, null);
    }
}
