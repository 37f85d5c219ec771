package org.maillage.projection.contribution;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;

/**
 * What somebody did or said about a claim.
 *
 * @param position of the event
 * @param by who; null where nobody in particular (a draw)
 * @param share the share that it concerns; null for the whole claim
 * @param quantity what a contributor confirms instead; null unless CORRECTED
 * @param reason code of a closed reason: of a decline, a reversal, or the right that was entrusted; null for none
 * @param text opened; null where nothing was said, empty where it can no longer be opened
 */
public record ThreadEntry(
        long position,
        Instant recordedAt,
        LocalDate recordedOn,
        What what,
        @Nullable MemberId by,
        @Nullable ShareId share,
        @Nullable Quantity quantity,
        @Nullable String reason,
        @Nullable String text) {

    /** What happened. */
    public enum What {
        SUBMITTED,
        SHARE_CONFIRMED,
        SHARE_CORRECTED,
        SHARE_DENIED,
        ATTESTED,
        CLARIFICATION_ASKED,
        CLARIFICATION_ANSWERED,
        DECISION_ENTRUSTED,
        VALIDATED,
        DECLINED,
        WITHDRAWN,
        APPEALED,
        REOPENED,
        REVERSED
    }
}
