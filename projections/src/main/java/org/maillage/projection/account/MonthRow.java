package org.maillage.projection.account;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.Mailles;

/** A sum of lines as it is read. */
@Introspected
record MonthRow(
        LocalDate month, StatementLine.What what, @Nullable GiftReason reason, long amount) {

    MovedInMonth asMoved() {
        return new MovedInMonth(month, what, reason, new Mailles(amount));
    }
}
