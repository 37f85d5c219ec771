package org.maillage.projection.account;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;

/** Somebody of whom a line tells, as it is read. */
@Introspected
record GiverRow(LocalDate month, @Nullable GiftReason reason, String counterpart) {

    GiverInMonth asGiver() {
        return new GiverInMonth(month, reason, AccountId.of(counterpart));
    }
}
