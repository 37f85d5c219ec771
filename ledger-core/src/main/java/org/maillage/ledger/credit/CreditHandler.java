package org.maillage.ledger.credit;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** Decides gifts (rules 6, 7 and 9): both sides in one append, so that nothing is made and nothing lost. */
public final class CreditHandler {

    /** Most that one gift moves: more is a slip of the finger. */
    private static final Mailles MOST = Mailles.whole(1_000_000);

    private final Accounts accounts;

    public CreditHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    public void handle(CreditCommand command, Decision decision) {
        switch (command) {
            case Give give -> give(give, decision);
        }
    }

    private void give(Give command, Decision decision) {
        decision.network(command.network());
        when(command.amount().isNegative(), Reason.AMOUNT_NEGATIVE);
        when(command.amount().compareTo(MOST) > 0, Reason.AMOUNT_TOO_LARGE);
        when(command.from().equals(command.to()), Reason.GIVES_TO_ITSELF);
        var reason = guardGiver(command, decision);
        guardReceiver(command, decision);
        var about = command.about();
        when(about != null && !decision.isClaimOf(command.network(), about), Reason.UNKNOWN_CONTRIBUTION);
        var words = Texts.optional(command.words(), 500);
        accounts.lock(
                command.to().holder() == Holder.FUND ? List.of(command.from()) : List.of(command.from(), command.to()));
        if (accounts.of(command.from()).invoke(a -> a.hasGiven(command.transfer(), command.to(), command.amount()))) {
            return;
        }
        switch (command.from().holder()) {
            case MEMBER, ORGANISATION -> giveFromAccount(command, decision, reason, words);
            case FUND -> giveFromFund(command, decision, reason, words);
        }
        receive(command, decision, reason, words);
    }

    private GiftReason guardGiver(Give command, Decision decision) {
        var from = command.from();
        return switch (from.holder()) {
            case MEMBER -> {
                when(!from.equals(AccountId.of(command.by())), Reason.NOT_YOURSELF);
                Guards.activeMember(decision, command.network(), command.by());
                yield command.to().holder() == Holder.MEMBER ? GiftReason.THANKS : GiftReason.DONATION;
            }
            case ORGANISATION -> {
                Guards.coordinator(decision, command.network(), command.by());
                var own = decision.member(command.by()).organisation();
                when(!new OrganisationId(from.id()).equals(own), Reason.NOT_YOURSELF);
                when(command.to().equals(AccountId.of(command.by())), Reason.GAINS_FROM_IT);
                yield GiftReason.DONATION;
            }
            case FUND -> {
                when(!from.equals(AccountId.fundOf(command.network())), Reason.OTHER_NETWORK);
                Guards.coordinator(decision, command.network(), command.by());
                when(command.to().equals(AccountId.of(command.by())), Reason.GAINS_FROM_IT);
                yield GiftReason.GRANT;
            }
        };
    }

    private static void guardReceiver(Give command, Decision decision) {
        var to = command.to();
        switch (to.holder()) {
            case MEMBER -> {
                var member = decision.member(new MemberId(to.id()));
                when(!member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
                when(!member.isIn(), Reason.HAS_LEFT);
            }
            case ORGANISATION ->
                when(
                        !decision.network(command.network()).organisations().contains(new OrganisationId(to.id())),
                        Reason.UNKNOWN_ORGANISATION);
            case FUND -> when(!to.equals(AccountId.fundOf(command.network())), Reason.OTHER_NETWORK);
        }
        var thanks = command.from().holder() == Holder.MEMBER && to.holder() == Holder.MEMBER;
        when(command.amount().hundredths() == 0 && !thanks, Reason.QUANTITY_MISSING);
    }

    private void giveFromAccount(Give command, Decision decision, GiftReason reason, @Nullable String words) {
        var floor = decision.tariff(command.network())
                .on(decision.today(decision.network(command.network())))
                .floor();
        var sealed = sealed(command, decision, words, StreamId.of(command.from()), CreditEvent.Given.class);
        accounts.of(command.from()).execute(account -> {
            account.guardFloor(account.available(), command.amount(), floor);
            account.post(given(command, reason, sealed, account));
        });
    }

    /**
     * The fund's receipts are read without guarding them, so that a hot fund is not one lock: what is received meanwhile
     * is given next time, and what a reversal takes back meanwhile posts below the floor, as it always does (rule 9).
     */
    private void giveFromFund(Give command, Decision decision, GiftReason reason, @Nullable String words) {
        var receipts = decision.fundReceipts(command.network());
        var sealed = sealed(command, decision, words, StreamId.of(command.from()), CreditEvent.Given.class);
        accounts.of(command.from()).execute(account -> {
            account.guardFloor(receipts.plus(account.available()), command.amount(), Mailles.ZERO);
            account.post(given(command, reason, sealed, account));
        });
    }

    private static CreditEvent.Given given(
            Give command, GiftReason reason, @Nullable SealedText words, Account account) {
        return new CreditEvent.Given(
                command.from(),
                command.network(),
                command.transfer(),
                command.to(),
                command.amount(),
                reason,
                command.about(),
                null,
                words,
                account.after(Mailles.ZERO, Mailles.ZERO.minus(command.amount())));
    }

    private void receive(Give command, Decision decision, GiftReason reason, @Nullable String words) {
        var to = command.to();
        var stream = to.holder() == Holder.FUND ? StreamId.fundReceiptsOf(command.network()) : StreamId.of(to);
        var sealed = sealed(command, decision, words, stream, CreditEvent.Received.class);
        if (to.holder() == Holder.FUND) {
            decision.append(received(command, reason, sealed, null));
        } else {
            accounts.of(to)
                    .execute(account -> account.post(
                            received(command, reason, sealed, account.after(Mailles.ZERO, command.amount()))));
        }
    }

    private static CreditEvent.Received received(
            Give command, GiftReason reason, @Nullable SealedText words, CreditEvent.@Nullable Balance after) {
        return new CreditEvent.Received(
                command.to(),
                command.network(),
                command.transfer(),
                command.from(),
                command.amount(),
                reason,
                command.about(),
                null,
                words,
                after);
    }

    /** What is said between two people opens with both keys (privacy). */
    private static @Nullable SealedText sealed(
            Give command,
            Decision decision,
            @Nullable String words,
            StreamId stream,
            Class<? extends LedgerEvent> event) {
        var about = command.to().holder() == Holder.MEMBER
                ? List.of(command.by(), new MemberId(command.to().id()))
                : List.of(command.by());
        return decision.sealIfAny(words, about, stream, event, "words");
    }
}
