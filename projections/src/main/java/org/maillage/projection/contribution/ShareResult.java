package org.maillage.projection.contribution;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.projection.WeightsText;
import org.maillage.projection.fold.Batch;

/** The columns of a share's row that a validation fills; all null without a standing one. */
record ShareResult(
        ShareOutcome.@Nullable Status outcome,
        @Nullable String accepted,
        ShareOutcome.@Nullable LessReason lessReason,
        @Nullable String lessText,
        @Nullable String weights,
        @Nullable Integer tariffVersion,
        @Nullable Long rate,
        @Nullable Integer credited,
        @Nullable Long amount,
        @Nullable String computation) {

    static final ShareResult NONE = new ShareResult(null, null, null, null, null, null, null, null, null, null);

    static ShareResult of(ShareRow row) {
        return row.outcome() == null
                ? NONE
                : new ShareResult(
                        row.outcome(),
                        row.accepted(),
                        row.lessReason(),
                        row.lessText(),
                        row.weights(),
                        row.tariffVersion(),
                        row.rate(),
                        row.credited(),
                        row.amount(),
                        row.computation());
    }

    static ShareResult of(ShareOutcome outcome) {
        return new ShareResult(
                outcome.status(),
                QuantityText.write(outcome.accepted()),
                outcome.lessReason(),
                Batch.envelope(outcome.lessText()),
                WeightsText.write(outcome.weights()),
                outcome.tariffVersion(),
                outcome.rate(),
                outcome.credited(),
                outcome.amount().hundredths(),
                outcome.computation());
    }

    boolean isAccepted() {
        return outcome == ShareOutcome.Status.ACCEPTED;
    }
}
