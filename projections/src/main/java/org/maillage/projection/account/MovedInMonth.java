package org.maillage.projection.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.Mailles;

/**
 * What moved on an account in a month of recording, for one reason.
 *
 * @param month its first day
 * @param reason null unless a gift
 * @param amount what it added to what is available; negative where it went out
 */
public record MovedInMonth(
        LocalDate month, StatementLine.What what, @Nullable GiftReason reason, Mailles amount) {}
