package org.maillage.projection.account;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.TransferId;

/**
 * One line of an account's statement: one event, as it was recorded.
 *
 * @param position the event's place in the journal; lines are in its order
 * @param recordedOn civil day of recording in the network's zone
 * @param contributedChange what it added to the mailles of one's contributions; negative where taken back
 * @param amount what it added to what is available; negative where it went out
 * @param after both balances after it; the common fund's is computed here, since its events carry none
 * @param counterpart the account on the other side; null for an issue
 * @param contribution the claim that it follows from or is about; null for none
 * @param issue what the amount follows from; null unless something was issued or taken back
 * @param transfer the gift; null unless one
 * @param reason why it was given; null unless a gift
 * @param words what was said with it, opened; null where nothing, empty where it can no longer be opened
 */
public record StatementLine(
        long position,
        AccountId account,
        Instant recordedAt,
        LocalDate recordedOn,
        What what,
        Mailles contributedChange,
        Mailles amount,
        Balance after,
        @Nullable AccountId counterpart,
        @Nullable ContributionId contribution,
        @Nullable ShareId share,
        @Nullable Issue issue,
        @Nullable TransferId transfer,
        @Nullable GiftReason reason,
        @Nullable String words) {

    /** What moved. */
    public enum What {
        ISSUED,
        ISSUE_REVERSED,
        GIVEN,
        RECEIVED,
        GIVEN_BACK,
        TAKEN_BACK
    }

    /**
     * What an issued amount follows from (rule 4).
     *
     * @param minutes minutes of the day that the share takes; 0 for a COUNT kind
     * @param credited minutes or units credited
     * @param rate hundredths of a maille per hour or per unit
     * @param computation as text, such as {@code 120 min × 200 / 60 = 400}; that of the issue where it is taken back
     */
    public record Issue(
            KindCode kind,
            Measure measure,
            LocalDate day,
            int minutes,
            int credited,
            int tariffVersion,
            long rate,
            RoleWeights weights,
            String computation) {}
}
