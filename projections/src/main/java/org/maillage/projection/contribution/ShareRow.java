package org.maillage.projection.contribution;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.fold.Dated;

/**
 * A share while nothing of this changes. Quantities are kept as {@link QuantityText}, lists of members and audiences as
 * {@link ListText}; {@code minutes} and {@code units} are what counts now: as accepted, else confirmed, else claimed,
 * and nothing once the claim no longer stands.
 *
 * @param ordinal place among the claim's shares
 * @param standing whether the claim is open or validated, and the share neither denied, lapsed nor left out
 * @param validated whether a standing validation accepted it
 * @param lessText sealed
 */
@MappedEntity("share")
public record ShareRow(
        UUID network,
        UUID contribution,
        UUID share,
        LocalDate since,
        LocalDate until,
        int ordinal,
        long submittedPosition,
        String contributor,
        String kind,
        LocalDate day,
        @Nullable LocalTime startTime,
        @Nullable String commune,
        @Nullable UUID place,
        boolean remote,
        Payment payment,
        Capacity capacity,
        @Nullable UUID organisation,
        @Nullable UUID onBehalfOf,
        @Nullable String audience,
        @Nullable String helped,
        @Nullable String companions,
        @Nullable String borrowers,
        @Nullable String importSource,
        @Nullable UUID importBatch,
        @Nullable String importRow,
        String claimed,
        Share.Answer answer,
        @Nullable String confirmed,
        boolean standing,
        boolean validated,
        int minutes,
        int units,
        ShareOutcome.@Nullable Status outcome,
        @Nullable String accepted,
        ShareOutcome.@Nullable LessReason lessReason,
        @Nullable String lessText,
        @Nullable String weights,
        @Nullable Integer tariffVersion,
        @Nullable Long rate,
        @Nullable Integer credited,
        @Nullable Long amount,
        @Nullable String computation,
        long position)
        implements Dated<ShareRow> {

    @Override
    public Object group() {
        return contribution;
    }

    @Override
    public Object id() {
        return share;
    }

    /** The group of the shares of its contributor and day. */
    public Object dayKey() {
        return DayRow.key(contributor, day);
    }

    /** Whether it was claimed to take time, whatever stands of it. */
    public boolean takesTime() {
        return QuantityText.read(claimed).creditedMinutes() > 0;
    }

    /** What its contributor claims or confirms. */
    public Quantity stated() {
        return QuantityText.read(confirmed == null ? claimed : confirmed);
    }

    @Override
    public ShareRow during(LocalDate from, LocalDate to) {
        return with(from, to, answer, confirmed, standing, minutes, units, ShareResult.of(this), position);
    }

    ShareRow answered(Share.Answer newAnswer, @Nullable Quantity quantity, long at) {
        var counted = quantity == null ? new Quantity(0, 0, 0, 0) : quantity;
        return with(
                since,
                until,
                newAnswer,
                quantity == null ? null : QuantityText.write(quantity),
                quantity != null,
                counted.creditedMinutes(),
                counted.units(),
                ShareResult.NONE,
                at);
    }

    /** What a validation made of it. */
    ShareRow settled(ShareResult result, Quantity counted, long at) {
        return with(
                since,
                until,
                answer,
                confirmed,
                result.isAccepted(),
                counted.creditedMinutes(),
                counted.units(),
                result,
                at);
    }

    /** Without an outcome: counted as stated while the claim is open, not at all once it stands no more. */
    ShareRow unsettled(boolean open, long at) {
        var counted = open && answer != Share.Answer.DENIED ? stated() : new Quantity(0, 0, 0, 0);
        return with(
                since,
                until,
                answer,
                confirmed,
                open && answer != Share.Answer.DENIED,
                counted.creditedMinutes(),
                counted.units(),
                ShareResult.NONE,
                at);
    }

    private ShareRow with(
            LocalDate from,
            LocalDate to,
            Share.Answer newAnswer,
            @Nullable String newConfirmed,
            boolean stands,
            int countedMinutes,
            int countedUnits,
            ShareResult result,
            long at) {
        return new ShareRow(
                network,
                contribution,
                share,
                from,
                to,
                ordinal,
                submittedPosition,
                contributor,
                kind,
                day,
                startTime,
                commune,
                place,
                remote,
                payment,
                capacity,
                organisation,
                onBehalfOf,
                audience,
                helped,
                companions,
                borrowers,
                importSource,
                importBatch,
                importRow,
                claimed,
                newAnswer,
                newConfirmed,
                stands,
                result.isAccepted(),
                countedMinutes,
                countedUnits,
                result.outcome(),
                result.accepted(),
                result.lessReason(),
                result.lessText(),
                result.weights(),
                result.tariffVersion(),
                result.rate(),
                result.credited(),
                result.amount(),
                result.computation(),
                at);
    }
}
