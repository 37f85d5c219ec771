package org.maillage.web.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.account.GiverInMonth;
import org.maillage.projection.account.MovedInMonth;
import org.maillage.projection.account.StatementLine.What;

class FundPeriodsTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private final List<AccountId> people =
            IntStream.range(0, 8).mapToObj(_ -> AccountId.of(MemberId.next())).toList();
    private final List<MovedInMonth> moved = new ArrayList<>();
    private final List<GiverInMonth> givers = new ArrayList<>();

    @Test
    void a_month_in_which_five_people_gave_is_told() {
        came(0, GiftReason.PAID_TIME, 1000, people.subList(0, 5));
        var read = FundPeriods.of(moved, givers);
        assertThat(read.periods()).containsExactly(new FundPeriods.Period(JANUARY, JANUARY, true, 1000, 0));
        assertThat(read.available()).isEqualTo(1000);
        assertThat(read.reasons()).containsEntry(GiftReason.PAID_TIME, 1000L);
        assertThat(read.whole()).isTrue();
    }

    @Test
    void a_month_of_four_people_is_not_told_and_counts_with_the_next() {
        came(0, GiftReason.PAID_TIME, 400, people.subList(0, 4));
        var first = FundPeriods.of(moved, givers);
        assertThat(first.periods()).extracting(FundPeriods.Period::told).containsExactly(false);
        assertThat(first.available()).isZero();
        assertThat(first.reasons()).isEmpty();
        assertThat(first.whole()).isFalse();

        came(1, GiftReason.PAID_TIME, 100, people.subList(3, 5));
        assertThat(FundPeriods.of(moved, givers).periods())
                .containsExactly(new FundPeriods.Period(JANUARY, JANUARY.plusMonths(1), true, 500, 0));
    }

    @Test
    void one_person_month_after_month_is_never_told() {
        for (int month = 0; month < 24; month++) {
            came(month, GiftReason.PAID_TIME, 200, people.subList(0, 1));
        }
        var read = FundPeriods.of(moved, givers);
        assertThat(read.periods()).hasSize(1).noneMatch(FundPeriods.Period::told);
        assertThat(read.available()).isZero();
    }

    @Test
    void what_is_granted_is_told_and_what_an_organisation_gives_is_nobodys_time() {
        came(0, GiftReason.DONATION, 700, List.of(AccountId.of(OrganisationId.next())));
        moved.add(new MovedInMonth(JANUARY, What.GIVEN, GiftReason.GRANT, new Mailles(-200)));
        var read = FundPeriods.of(moved, givers);
        assertThat(read.periods()).containsExactly(new FundPeriods.Period(JANUARY, JANUARY, true, 700, 200));
        assertThat(read.available()).isEqualTo(500);
    }

    @Test
    void a_reason_of_few_people_hides_another_since_the_rest_would_tell_it() {
        came(0, GiftReason.DONATION, 1000, people.subList(0, 6));
        came(0, GiftReason.PAID_TIME, 100, people.subList(6, 7));
        var read = FundPeriods.of(moved, givers);
        assertThat(read.periods()).extracting(FundPeriods.Period::told).containsExactly(true);
        assertThat(read.reasons()).isEmpty();

        came(0, GiftReason.LEAVING, 5000, people.subList(0, 5));
        assertThat(FundPeriods.of(moved, givers).reasons()).containsOnlyKeys(GiftReason.LEAVING);
    }

    @Test
    void the_periods_of_an_earlier_date_are_among_those_of_a_later_one() {
        for (int month = 0; month < 12; month++) {
            came(month, GiftReason.PAID_TIME, 100, people.subList(month % 4, month % 4 + 2));
        }
        var all = FundPeriods.of(moved, givers).periods();
        assertThat(all.stream().filter(FundPeriods.Period::told)).hasSizeGreaterThan(1);
        for (int month = 1; month < 12; month++) {
            var last = JANUARY.plusMonths(month);
            var earlier = FundPeriods.of(
                    moved.stream().filter(one -> one.month().isBefore(last)).toList(),
                    givers.stream().filter(one -> one.month().isBefore(last)).toList());
            assertThat(all)
                    .containsAll(earlier.periods().stream()
                            .filter(FundPeriods.Period::told)
                            .toList());
        }
    }

    private void came(int month, GiftReason reason, long hundredths, List<AccountId> from) {
        var day = JANUARY.plusMonths(month);
        moved.add(new MovedInMonth(day, What.RECEIVED, reason, new Mailles(hundredths)));
        from.forEach(giver -> givers.add(new GiverInMonth(day, reason, giver)));
    }
}
