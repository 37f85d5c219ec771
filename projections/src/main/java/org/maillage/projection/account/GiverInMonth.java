package org.maillage.projection.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;

/**
 * Somebody from whom something came to an account in a month of recording, or to whom it went back.
 *
 * @param month its first day
 * @param reason null unless a gift
 */
public record GiverInMonth(LocalDate month, @Nullable GiftReason reason, AccountId giver) {}
