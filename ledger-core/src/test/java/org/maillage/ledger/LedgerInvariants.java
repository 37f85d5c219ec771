package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.decision.TariffState;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.PersonEvent.MembershipLinked;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

/** What holds in every journal, read from its events alone. */
public final class LedgerInvariants {

    /** Receipts are not guarded: two processes may give the same mailles of a fund at once (a reversal follows). */
    private final boolean fundGuarded;

    private final Map<NetworkId, Long> available = new HashMap<>();
    private final Map<NetworkId, Long> issued = new HashMap<>();
    private final Map<StreamId, Balance> balances = new HashMap<>();
    private final Map<AccountId, Long> funds = new HashMap<>();
    private final Set<List<Object>> standing = new HashSet<>();
    private final Map<List<Object>, Integer> minutes = new HashMap<>();
    private final Map<MemberId, PersonId> persons = new HashMap<>();
    private final Map<ContributionId, List<SubmittedShare>> claims = new HashMap<>();
    private final Map<NetworkId, List<TariffAdopted>> tariffs = new HashMap<>();
    private @Nullable UUID command;
    private int checked;

    private LedgerInvariants(boolean fundGuarded) {
        this.fundGuarded = fundGuarded;
    }

    /** Checks a journal. @return how many movements of mailles it checked */
    public static int hold(List<Recorded> events, boolean fundGuarded) {
        var invariants = new LedgerInvariants(fundGuarded);
        events.forEach(invariants::next);
        invariants.conserved();
        return invariants.checked;
    }

    private void next(Recorded recorded) {
        if (!recorded.commandId().equals(command)) {
            conserved();
            command = recorded.commandId();
        }
        switch (recorded.event()) {
            case CreditEvent e -> moved(e, recorded);
            case ContributionEvent.Submitted e -> claims.put(e.contribution(), e.shares());
            case ContributionEvent.Validated e ->
                assertThat(gains(e)).as("who validates gains").isFalse();
            case MembershipLinked e -> persons.put(e.member(), e.person());
            case TariffAdopted e ->
                tariffs.computeIfAbsent(e.network(), _ -> new ArrayList<>()).add(e);
            default -> {}
        }
    }

    /** Rule 10, wherever an append ends. */
    private void conserved() {
        available.forEach(
                (network, sum) -> assertThat(sum).as("conservation").isEqualTo(issued.getOrDefault(network, 0L)));
    }

    private boolean gains(ContributionEvent.Validated validated) {
        var by = personOf(validated.by());
        return Objects.requireNonNull(claims.get(validated.contribution())).stream()
                .flatMap(share -> Stream.concat(
                        Stream.of(share.contributor())
                                .filter(c -> c.holder() == Holder.MEMBER)
                                .map(c -> new MemberId(c.id())),
                        Stream.of(share.helped(), share.companions(), share.borrowers())
                                .flatMap(List::stream)))
                .anyMatch(member -> personOf(member).equals(by));
    }

    private Object personOf(MemberId member) {
        var person = persons.get(member);
        return person == null ? member : person;
    }

    private void moved(CreditEvent event, Recorded recorded) {
        checked++;
        available.merge(event.network(), event.availableChange().hundredths(), Long::sum);
        issued.merge(event.network(), event.contributedChange().hundredths(), Long::sum);
        funds.merge(event.account(), event.availableChange().hundredths(), Long::sum);
        var stream = event.stream();
        var after = balances.getOrDefault(stream, Balance.ZERO).after(event);
        balances.put(stream, after);
        var told = told(event);
        if (told != null) {
            assertThat(told).as("balance after %s", event).isEqualTo(after);
        }
        switch (event) {
            case CreditEvent.Issued e -> {
                assertThat(standing.add(List.of(e.contribution(), e.share())))
                        .as("issued once")
                        .isTrue();
                day(e.account(), e.day(), e.minutes());
            }
            case CreditEvent.IssueReversed e -> {
                assertThat(standing.remove(List.of(e.contribution(), e.share())))
                        .as("was issued")
                        .isTrue();
                day(e.account(), e.day(), -e.minutes());
            }
            case CreditEvent.Given e -> given(e, recorded);
            case CreditEvent.Received _, CreditEvent.GivenBack _, CreditEvent.TakenBack _ -> {}
        }
    }

    private static @Nullable Balance told(CreditEvent event) {
        return switch (event) {
            case CreditEvent.Issued e -> e.after();
            case CreditEvent.IssueReversed e -> e.after();
            case CreditEvent.Given e -> e.after();
            case CreditEvent.Received e -> e.after();
            case CreditEvent.GivenBack e -> e.after();
            case CreditEvent.TakenBack _ -> null;
        };
    }

    private void day(AccountId account, LocalDate day, int more) {
        var sum = minutes.merge(List.of(account, day), more, Integer::sum);
        assertThat(sum).as("minutes of a day").isNotNegative();
        if (account.holder() == Holder.MEMBER) {
            assertThat(sum).as("minutes of a day").isLessThanOrEqualTo(24 * 60);
        }
    }

    /** Rule 9: whoever gives of their own will stays at the floor or above. */
    private void given(CreditEvent.Given gift, Recorded recorded) {
        if (gift.reason() == GiftReason.PAID_TIME || gift.amount().equals(Mailles.ZERO)) {
            return;
        }
        var left = Objects.requireNonNull(funds.get(gift.account()));
        if (gift.account().holder() != Holder.FUND) {
            var day = LocalDate.ofInstant(recorded.recordedAt(), LedgerFixture.PARIS);
            var floor = new TariffState(Objects.requireNonNull(tariffs.get(gift.network())))
                    .on(day)
                    .floor();
            assertThat(left).as("floor").isGreaterThanOrEqualTo(floor.hundredths());
        } else if (fundGuarded) {
            assertThat(left).as("floor of the fund").isNotNegative();
        }
    }
}
