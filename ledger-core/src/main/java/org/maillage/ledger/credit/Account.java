package org.maillage.ledger.credit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.maillage.ledger.Refused.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.TransferId;

/**
 * An account of mailles (rules 4 to 9): its balance, and what each day already holds, for the guard of 24 hours and the
 * daily caps. The account of the common fund holds its grants only;
 * what it received stands in its unguarded stream.
 */
public final class Account {

    /** No day has more (rule 12). */
    public static final int DAY_MINUTES = 24 * 60;

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable UUID head;
    private Balance balance = Balance.ZERO;
    private final Map<LocalDate, Integer> minutes = new HashMap<>();
    private final Map<String, Integer> credited = new HashMap<>();
    private @Nullable NetworkId network;
    private final Map<String, String> gifts = new HashMap<>();

    /** For Axon, which folds the events. */
    Account() {}

    /** An account on which nothing moved yet. */
    Account(String stream) {
        this.stream = stream;
    }

    /** Id of its newest event; null where nothing moved yet. */
    @Nullable
    UUID head() {
        return head;
    }

    /** What is available, in this account's own stream. */
    Mailles available() {
        return balance.available();
    }

    /** Minutes of a day that are credited already. */
    int minutesOn(LocalDate day) {
        return minutes.getOrDefault(day, 0);
    }

    /** Minutes or units of a kind that are credited already on a day. */
    int creditedOn(LocalDate day, KindCode kind) {
        return credited.getOrDefault(dayAndKind(day, kind), 0);
    }

    /** The balance after one more change. */
    Balance after(Mailles contributed, Mailles available) {
        return new Balance(
                balance.contributed().plus(contributed), balance.available().plus(available));
    }

    /** Refuses where giving so much would go below the floor (rule 9). */
    void guardFloor(Mailles available, Mailles amount, Mailles floor) {
        if (amount.hundredths() > 0 && available.minus(amount).compareTo(floor) < 0) {
            throw new Refused(
                    Reason.NOT_ENOUGH_AVAILABLE,
                    Map.of(
                            "available", Long.toString(available.hundredths()),
                            "asked", Long.toString(amount.hundredths())));
        }
    }

    /** Whether this gift was given before. @throws Refused where its id was given for another */
    boolean hasGiven(TransferId transfer, AccountId to, Mailles amount) {
        var before = gifts.get(transfer.toString());
        when(before != null && !before.equals(gift(to, amount)), Reason.ALREADY_EXISTS);
        return before != null;
    }

    private static String gift(AccountId to, Mailles amount) {
        return amount.hundredths() + " to " + to;
    }

    /** Appends what moves; never mailles of two networks on one account (rule 16). */
    void post(CreditEvent event) {
        when(network != null && !network.equals(event.network()), Reason.OTHER_NETWORK);
        apply(event);
    }

    @EventSourcingHandler
    void on(CreditEvent event, @MessageIdentifier String id) {
        head = UUID.fromString(id);
        stream = event.stream().value();
        network = event.network();
        balance = balance.after(event);
        switch (event) {
            case CreditEvent.Issued e -> count(e.day(), e.kind(), e.minutes(), e.credited());
            case CreditEvent.IssueReversed e -> count(e.day(), e.kind(), -e.minutes(), -e.credited());
            case CreditEvent.Given e -> {
                if (e.share() == null) {
                    gifts.put(e.transfer().toString(), gift(e.to(), e.amount()));
                }
            }
            case CreditEvent.Received _, CreditEvent.GivenBack _, CreditEvent.TakenBack _ -> {}
        }
    }

    private void count(LocalDate day, KindCode kind, int moreMinutes, int moreCredited) {
        minutes.merge(day, moreMinutes, Integer::sum);
        credited.merge(dayAndKind(day, kind), moreCredited, Integer::sum);
    }

    private static String dayAndKind(LocalDate day, KindCode kind) {
        return day + " " + kind;
    }

    /** The account's state as a snapshot keeps it. */
    public record Memento(
            @Nullable String stream,
            @Nullable UUID head,
            @Nullable NetworkId network,
            Balance balance,
            Map<LocalDate, Integer> minutes,
            Map<String, Integer> credited,
            Map<String, String> gifts) {}

    /** What a snapshot keeps. */
    public Memento memento() {
        return new Memento(
                stream, head, network, balance, Map.copyOf(minutes), Map.copyOf(credited), Map.copyOf(gifts));
    }

    /** The account that a snapshot kept. */
    public static Account of(Memento memento) {
        var account = new Account();
        account.stream = memento.stream();
        account.head = memento.head();
        account.network = memento.network();
        account.balance = memento.balance();
        account.minutes.putAll(memento.minutes());
        account.credited.putAll(memento.credited());
        account.gifts.putAll(memento.gifts());
        return account;
    }
}
