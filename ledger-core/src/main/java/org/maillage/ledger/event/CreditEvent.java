package org.maillage.ledger.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;

/**
 * What moves on an account. At every position, per network, the sum of all accounts is issued − reversed (rule 10).
 * What a common fund receives or gives back stands in its unguarded stream, without a balance.
 */
public sealed interface CreditEvent extends LedgerEvent {

    /** The account that moves. */
    AccountId account();

    @Override
    NetworkId network();

    /** What it adds to the mailles of one's contributions (rule 6). */
    default Mailles contributedChange() {
        return Mailles.ZERO;
    }

    /** What it adds to what is available (rule 6). */
    Mailles availableChange();

    @Override
    default StreamId stream() {
        return StreamId.of(account());
    }

    /**
     * The two readings of an account after an event (rule 6).
     *
     * @param contributed issued − reversed
     * @param available contributed + received − given
     */
    record Balance(Mailles contributed, Mailles available) {
        /** Of an account on which nothing moved. */
        public static final Balance ZERO = new Balance(Mailles.ZERO, Mailles.ZERO);

        /** The balance after an event. */
        public Balance after(CreditEvent event) {
            return new Balance(contributed.plus(event.contributedChange()), available.plus(event.availableChange()));
        }
    }

    /**
     * A validated share issued its credits, once (rule 4).
     *
     * @param day day of the contribution, for the guard of 24 hours (rule 12)
     * @param minutes minutes of the day that the share takes: session and preparation; 0 for a COUNT kind
     * @param credited minutes or units credited, for the daily cap
     * @param after the account's balance after it
     */
    @EventName("credit.issued.1")
    record Issued(
            AccountId account,
            NetworkId network,
            ContributionId contribution,
            ShareId share,
            KindCode kind,
            Measure measure,
            LocalDate day,
            int minutes,
            int credited,
            int tariffVersion,
            long rate,
            RoleWeights weights,
            String rounding,
            String computation,
            Mailles amount,
            Balance after)
            implements CreditEvent {

        @Override
        public Mailles contributedChange() {
            return amount;
        }

        @Override
        public Mailles availableChange() {
            return amount;
        }
    }

    /** An issue was taken back, by an undo or a reversal; it always posts, below the floor too (rule 9). */
    @EventName("credit.issue-reversed.1")
    record IssueReversed(
            AccountId account,
            NetworkId network,
            ContributionId contribution,
            ShareId share,
            KindCode kind,
            LocalDate day,
            int minutes,
            int credited,
            boolean undo,
            Mailles amount,
            Balance after)
            implements CreditEvent {

        @Override
        public Mailles contributedChange() {
            return Mailles.ZERO.minus(amount);
        }

        @Override
        public Mailles availableChange() {
            return Mailles.ZERO.minus(amount);
        }
    }

    /**
     * The account gave; the other side stands in the same append (rule 7).
     *
     * @param amount zero or more: a thank-you counts without mailles too
     * @param share the share whose paid time is given to the fund; null otherwise
     * @param words what is said with it, sealed; null where nothing
     * @param after the account's balance after it
     */
    @EventName("credit.given.1")
    record Given(
            AccountId account,
            NetworkId network,
            TransferId transfer,
            AccountId to,
            Mailles amount,
            GiftReason reason,
            @Nullable ContributionId about,
            @Nullable ShareId share,
            @Nullable SealedText words,
            Balance after)
            implements CreditEvent {

        @Override
        public Mailles availableChange() {
            return Mailles.ZERO.minus(amount);
        }
    }

    /**
     * The account received.
     *
     * @param words what is said with it, sealed for both; null where nothing
     * @param after the account's balance after it; null for a common fund
     */
    @EventName("credit.received.1")
    record Received(
            AccountId account,
            NetworkId network,
            TransferId transfer,
            AccountId from,
            Mailles amount,
            GiftReason reason,
            @Nullable ContributionId about,
            @Nullable ShareId share,
            @Nullable SealedText words,
            @Nullable Balance after)
            implements CreditEvent {

        @Override
        public Mailles availableChange() {
            return amount;
        }

        @Override
        public StreamId stream() {
            return account.holder() == AccountId.Holder.FUND ? StreamId.fundReceiptsOf(network) : StreamId.of(account);
        }
    }

    /** A gift of paid time came back to its giver, because its validation was taken back (rule 2). */
    @EventName("credit.given-back.1")
    record GivenBack(
            AccountId account,
            NetworkId network,
            TransferId transfer,
            AccountId from,
            Mailles amount,
            ContributionId about,
            ShareId share,
            Balance after)
            implements CreditEvent {

        @Override
        public Mailles availableChange() {
            return amount;
        }
    }

    /** What the common fund had received of paid time was taken back from it (rule 2); it always posts. */
    @EventName("credit.taken-back.1")
    record TakenBack(
            AccountId account,
            NetworkId network,
            TransferId transfer,
            AccountId to,
            Mailles amount,
            ContributionId about,
            ShareId share)
            implements CreditEvent {

        @Override
        public Mailles availableChange() {
            return Mailles.ZERO.minus(amount);
        }

        @Override
        public StreamId stream() {
            return StreamId.fundReceiptsOf(network);
        }
    }

    /** Why mailles were given. */
    enum GiftReason {
        /** a thank-you */
        THANKS,
        /** to the common fund, or to an organisation, of one's own will */
        DONATION,
        /** from the common fund, by coordinators */
        GRANT,
        /** paid time, to the common fund (rule 8) */
        PAID_TIME,
        /** who leaves leaves what is available (rule 9) */
        LEAVING
    }
}
