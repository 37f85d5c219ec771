package org.maillage.ledger.credit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;

/**
 * What validations, reversals and departures move on accounts: always within the append of what caused it (rules 2, 4, 8
 * and 9).
 */
public final class Accounts {

    private final Repository<Account> repository;

    public Accounts(Repository<Account> repository) {
        this.repository = repository;
    }

    /** The account, empty where nothing moved on it yet. */
    Aggregate<Account> of(AccountId account) {
        return load(StreamId.of(account).value());
    }

    private Aggregate<Account> load(String stream) {
        try {
            var account = repository.loadOrCreate(stream, () -> new Account(stream));
            Decision.current().saw(new StreamId(stream), account.version(), account.invoke(Account::head));
            return account;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes the locks of several accounts in one order, so that crossing commands do not wait for each other. */
    public void lock(Collection<AccountId> several) {
        several.stream()
                .map(StreamId::of)
                .map(StreamId::value)
                .distinct()
                .sorted()
                .forEach(this::load);
    }

    /** Minutes that an account was credited on a day. */
    public int minutesOn(AccountId account, LocalDate day) {
        return of(account).invoke(a -> a.minutesOn(day));
    }

    /** Minutes or units of a kind that an account was credited on a day. */
    public int creditedOn(AccountId account, LocalDate day, KindCode kind) {
        return of(account).invoke(a -> a.creditedOn(day, kind));
    }

    /** Issues the credits of one accepted share (rule 4). */
    public void issue(Validated validated, ShareOutcome share, int minutes) {
        of(share.contributor())
                .execute(account -> account.post(new CreditEvent.Issued(
                        share.contributor(),
                        validated.network(),
                        validated.contribution(),
                        share.share(),
                        share.kind(),
                        share.measure(),
                        share.day(),
                        minutes,
                        share.credited(),
                        share.tariffVersion(),
                        share.rate(),
                        share.weights(),
                        share.rounding(),
                        share.computation(),
                        share.amount(),
                        account.after(share.amount(), share.amount()))));
    }

    /** Gives what paid time earned to the common fund (rule 8). */
    public void givePaidTime(Decision decision, Validated validated, ShareOutcome share) {
        var transfer = paidTimeOf(share);
        var fund = AccountId.fundOf(validated.network());
        of(share.contributor())
                .execute(account -> account.post(new CreditEvent.Given(
                        share.contributor(),
                        validated.network(),
                        transfer,
                        fund,
                        share.amount(),
                        GiftReason.PAID_TIME,
                        validated.contribution(),
                        share.share(),
                        null,
                        account.after(Mailles.ZERO, Mailles.ZERO.minus(share.amount())))));
        decision.append(new CreditEvent.Received(
                fund,
                validated.network(),
                transfer,
                share.contributor(),
                share.amount(),
                GiftReason.PAID_TIME,
                validated.contribution(),
                share.share(),
                null,
                null));
    }

    /** Takes back an issue, and what paid time had given of it (rule 2). */
    public void takeBack(
            Decision decision, Validated validated, ShareOutcome share, int minutes, boolean given, boolean undo) {
        of(share.contributor()).execute(account -> {
            if (given) {
                account.post(new CreditEvent.GivenBack(
                        share.contributor(),
                        validated.network(),
                        paidTimeOf(share),
                        AccountId.fundOf(validated.network()),
                        share.amount(),
                        validated.contribution(),
                        share.share(),
                        account.after(Mailles.ZERO, share.amount())));
            }
            account.post(new CreditEvent.IssueReversed(
                    share.contributor(),
                    validated.network(),
                    validated.contribution(),
                    share.share(),
                    share.kind(),
                    share.day(),
                    minutes,
                    share.credited(),
                    undo,
                    share.amount(),
                    account.after(Mailles.ZERO.minus(share.amount()), Mailles.ZERO.minus(share.amount()))));
        });
        if (given) {
            decision.append(new CreditEvent.TakenBack(
                    AccountId.fundOf(validated.network()),
                    validated.network(),
                    paidTimeOf(share),
                    share.contributor(),
                    share.amount(),
                    validated.contribution(),
                    share.share()));
        }
    }

    /** Leaves what is available to the common fund (rule 9); nothing where nothing is. */
    public void leave(Decision decision, NetworkId network, AccountId leaving, UUID transfer) {
        var fund = AccountId.fundOf(network);
        var account = of(leaving);
        var available = account.invoke(Account::available);
        if (available.hundredths() <= 0) {
            return;
        }
        account.execute(a -> a.post(new CreditEvent.Given(
                leaving,
                network,
                new TransferId(transfer),
                fund,
                available,
                GiftReason.LEAVING,
                null,
                null,
                null,
                a.after(Mailles.ZERO, Mailles.ZERO.minus(available)))));
        decision.append(new CreditEvent.Received(
                fund,
                network,
                new TransferId(transfer),
                leaving,
                available,
                GiftReason.LEAVING,
                null,
                null,
                null,
                null));
    }

    /** One share gives its paid time once at a time, so the share names the transfer. */
    private static TransferId paidTimeOf(ShareOutcome share) {
        return new TransferId(share.share().value());
    }

    /** Refuses a day of more than 24 hours (rule 12); an organisation's day is that of several people. */
    public void guardDay(AccountId account, LocalDate day, int more) {
        if (account.holder() == AccountId.Holder.MEMBER && minutesOn(account, day) + more > Account.DAY_MINUTES) {
            throw new Refused(
                    Reason.MORE_THAN_24_HOURS,
                    Map.of("day", day.toString(), "minutes", Integer.toString(minutesOn(account, day) + more)));
        }
    }
}
