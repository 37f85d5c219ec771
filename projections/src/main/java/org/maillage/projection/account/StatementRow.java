package org.maillage.projection.account;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.fold.Row;

/**
 * A line of a statement as the view keeps it: amounts in hundredths, words sealed. One that takes an issue back does not
 * repeat what that issue followed from.
 */
@MappedEntity("statement_line")
record StatementRow(
        UUID network,
        long position,
        String account,
        Instant recordedAt,
        LocalDate recordedOn,
        StatementLine.What what,
        long contributedChange,
        long amount,
        long contributedAfter,
        long availableAfter,
        @Nullable String counterpart,
        @Nullable UUID contribution,
        @Nullable UUID share,
        @Nullable String kind,
        @Nullable Measure measure,
        @Nullable LocalDate day,
        @Nullable Integer minutes,
        @Nullable Integer credited,
        @Nullable Integer tariffVersion,
        @Nullable Long rate,
        @Nullable String weights,
        @Nullable String computation,
        @Nullable UUID transfer,
        @Nullable GiftReason reason,
        @Nullable String words)
        implements Row {

    @Override
    public Object group() {
        return account;
    }

    @Override
    public Object id() {
        return position;
    }
}
