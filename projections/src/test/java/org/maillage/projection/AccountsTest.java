package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.WATCH;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Story.Part;
import org.maillage.projection.account.Accounts;
import org.maillage.projection.account.MovedInMonth;
import org.maillage.projection.account.StatementFilter;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.account.StatementLine.What;

class AccountsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final ListFeed feed = new ListFeed();
    private final Story story = Story.inNewNetwork(feed, 21);

    @Test
    void a_statement_shows_what_moved_with_both_balances_newest_first_and_pages_by_cursor() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var claim = story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(120), FIRST));
        story.validate(claim, claire);
        story.thank(AccountId.of(nadia), AccountId.of(claire), Mailles.whole(1));
        try (var open = OpenViews.over(feed)) {
            var accounts = open.caughtUp().accounts();
            var first = accounts.statement(story.network, AccountId.of(nadia), AsOf.NOW, null, 1);
            var second = accounts.statement(story.network, AccountId.of(nadia), AsOf.NOW, first.next(), 1);

            assertThat(first.items()).extracting(StatementLine::what).containsExactly(What.GIVEN);
            var gift = first.items().getFirst();
            assertThat(gift.words()).isEqualTo("Merci");
            assertThat(gift.counterpart()).isEqualTo(AccountId.of(claire));
            assertThat(gift.amount()).isEqualTo(Mailles.whole(-1));
            assertThat(gift.after()).isEqualTo(new Balance(Mailles.whole(4), Mailles.whole(3)));
            assertThat(second.items()).extracting(StatementLine::what).containsExactly(What.ISSUED);
            assertThat(second.items().getFirst().issue().day()).isEqualTo(FIRST);
            assertThat(second.next()).isNull();
            assertThat(accounts.line(story.network, AccountId.of(nadia), gift.position()))
                    .contains(gift);
            assertThat(accounts.about(story.network, claim, AsOf.NOW)).hasSize(1);
        }
    }

    @Test
    void the_balance_of_a_day_is_what_was_recorded_by_its_end_in_the_networks_zone() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var early = story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(60), FIRST));
        var late = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(60), FIRST));
        // 23:30 in Paris is still the 2nd there; 0:30 is the 3rd, though UTC has the 2nd for both.
        story.at("2026-03-02T22:30:00Z").validate(early, claire);
        story.at("2026-03-02T23:30:00Z").validate(late, claire);
        try (var open = OpenViews.over(feed)) {
            var accounts = open.caughtUp().accounts();
            var account = AccountId.of(nadia);
            assertThat(accounts.balance(story.network, account, FIRST.minusDays(1)))
                    .isEqualTo(Balance.ZERO);
            assertThat(accounts.balance(story.network, account, FIRST).available())
                    .isEqualTo(Mailles.whole(2));
            assertThat(accounts.balance(story.network, account, FIRST.plusDays(1))
                            .available())
                    .isEqualTo(Mailles.whole(4));
            assertThat(accounts.statement(story.network, account, FIRST, null, 10)
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void what_paid_time_earns_stands_in_the_fund_whose_running_balance_is_computed() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var fund = AccountId.fundOf(story.network);
        var kept = story.claim(
                nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(60), FIRST).paid());
        var reversed = story.claim(
                nadia, Part.of(nadia, WATCH, Quantity.minutes(120), FIRST).paid());
        story.validate(kept, claire);
        story.validate(reversed, claire);
        story.takeBack(reversed, claire, false);
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            var lines = views.accounts()
                    .statement(story.network, fund, AsOf.NOW, null, 10)
                    .items();
            assertThat(lines)
                    .extracting(StatementLine::what)
                    .containsExactly(What.TAKEN_BACK, What.RECEIVED, What.RECEIVED);
            assertThat(lines)
                    .extracting(line -> line.after().available().hundredths())
                    .containsExactly(200L, 600L, 200L);
            assertThat(lines).extracting(StatementLine::reason).containsOnly(GiftReason.PAID_TIME);
            assertThat(lines.getLast().words()).isEqualTo("Merci");
            assertThat(views.accounts().balance(story.network, fund, AsOf.NOW))
                    .isEqualTo(new Balance(Mailles.ZERO, Mailles.whole(2)));
            assertThat(views.accounts().balance(story.network, AccountId.of(nadia), AsOf.NOW))
                    .isEqualTo(new Balance(Mailles.whole(2), Mailles.ZERO));
            var sums = views.figures().conservation(story.network, AsOf.NOW);
            assertThat(sums.issued()).isEqualTo(Mailles.whole(6));
            assertThat(sums.reversed()).isEqualTo(Mailles.whole(4));
            assertThat(sums.holds()).isTrue();
        }
    }

    @Test
    void a_reversed_issue_shows_the_computation_that_it_takes_back() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var claim = story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(90), FIRST));
        story.validate(claim, claire);
        story.takeBack(claim, claire, true);
        story.validate(claim, claire);
        story.takeBack(claim, claire, false);
        try (var open = OpenViews.over(feed)) {
            var lines = open.caughtUp()
                    .accounts()
                    .statement(story.network, AccountId.of(nadia), AsOf.NOW, null, 10)
                    .items();
            assertThat(lines)
                    .extracting(StatementLine::what)
                    .containsExactly(What.ISSUE_REVERSED, What.ISSUED, What.ISSUE_REVERSED, What.ISSUED);
            assertThat(lines.getFirst().issue().computation())
                    .isEqualTo(lines.getLast().issue().computation())
                    .startsWith("90");
            assertThat(lines.getFirst().after()).isEqualTo(Balance.ZERO);
        }
    }

    @Test
    void a_statement_can_be_narrowed_to_what_moved_and_to_days_of_recording() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var claim = story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(120), FIRST));
        story.at("2026-03-05T10:00:00Z").validate(claim, claire);
        story.at("2026-03-09T10:00:00Z").thank(AccountId.of(nadia), AccountId.of(claire), Mailles.whole(1));
        try (var open = OpenViews.over(feed)) {
            var accounts = open.caughtUp().accounts();
            var given = new StatementFilter(Set.of(What.GIVEN, What.GIVEN_BACK), null, null);
            var early = new StatementFilter(Set.of(), FIRST, LocalDate.of(2026, 3, 8));
            var late = new StatementFilter(Set.of(), LocalDate.of(2026, 3, 9), null);

            assertThat(narrowed(accounts, nadia, given, AsOf.NOW)).containsExactly(What.GIVEN);
            assertThat(narrowed(accounts, nadia, early, AsOf.NOW)).containsExactly(What.ISSUED);
            assertThat(narrowed(accounts, nadia, late, AsOf.NOW)).containsExactly(What.GIVEN);
            assertThat(narrowed(accounts, nadia, StatementFilter.ALL, LocalDate.of(2026, 3, 8)))
                    .containsExactly(What.ISSUED);
            assertThat(narrowed(accounts, nadia, late, LocalDate.of(2026, 3, 8)))
                    .isEmpty();
        }
    }

    private List<What> narrowed(Accounts accounts, MemberId whose, StatementFilter filter, LocalDate asOf) {
        return accounts.statement(story.network, AccountId.of(whose), filter, asOf, null, 10).items().stream()
                .map(StatementLine::what)
                .toList();
    }

    @Test
    void the_months_of_the_fund_add_up_to_its_balance_and_name_nobody() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var fund = AccountId.fundOf(story.network);
        var paid = story.claim(
                nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(120), FIRST).paid());
        story.at("2026-03-05T10:00:00Z").validate(paid, claire);
        var free = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(60), FIRST));
        story.at("2026-03-31T22:30:00Z").validate(free, claire);
        story.thank(AccountId.of(nadia), fund, Mailles.whole(1));
        try (var open = OpenViews.over(feed)) {
            var accounts = open.caughtUp().accounts();
            var months = accounts.months(story.network, fund, AsOf.NOW);

            assertThat(accounts.givers(story.network, fund, AsOf.NOW, 5))
                    .extracting(giver -> giver.month().getMonthValue() + " " + giver.giver())
                    .containsExactly("3 " + AccountId.of(nadia), "4 " + AccountId.of(nadia));
            assertThat(accounts.givers(story.network, fund, AsOf.NOW, 0)).isEmpty();
            // 22:30 in UTC on the last of March is April in Paris.
            assertThat(months)
                    .extracting(month ->
                            month.month().getMonthValue() + " " + month.amount().hundredths())
                    .containsExactly("4 100", "3 400");
            assertThat(months.stream()
                            .mapToLong(month -> month.amount().hundredths())
                            .sum())
                    .isEqualTo(accounts.balance(story.network, fund, AsOf.NOW)
                            .available()
                            .hundredths());
            assertThat(accounts.months(story.network, fund, LocalDate.of(2026, 3, 31)))
                    .extracting(MovedInMonth::reason)
                    .containsExactly(GiftReason.PAID_TIME);
        }
    }

    @Test
    void another_network_sees_nothing_of_an_account() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        story.validate(story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(60), FIRST)), claire);
        var other = Story.inNewNetwork(feed, 22);
        try (var open = OpenViews.over(feed)) {
            var accounts = open.caughtUp().accounts();
            assertThat(accounts.balance(other.network, AccountId.of(nadia), AsOf.NOW))
                    .isEqualTo(Balance.ZERO);
            assertThat(accounts.statement(other.network, AccountId.of(nadia), AsOf.NOW, null, 10)
                            .items())
                    .isEmpty();
            assertThat(accounts.balance(story.network, AccountId.of(nadia), AsOf.NOW)
                            .available())
                    .isEqualTo(Mailles.whole(2));
        }
    }
}
