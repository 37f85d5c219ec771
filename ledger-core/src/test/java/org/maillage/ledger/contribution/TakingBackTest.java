package org.maillage.ledger.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Declined;
import org.maillage.ledger.event.ContributionEvent.Reopened;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.ContributionEvent.Reversed;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.Given;
import org.maillage.ledger.event.CreditEvent.GivenBack;
import org.maillage.ledger.event.CreditEvent.IssueReversed;
import org.maillage.ledger.event.CreditEvent.Issued;
import org.maillage.ledger.event.CreditEvent.Received;
import org.maillage.ledger.event.CreditEvent.TakenBack;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.TransferId;

/** Decisions are taken back by whoever may, with all that they moved (rules 1, 2, 3, 8 and 9). */
class TakingBackTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    private Undo undo(ContributionId claim, Someone by) {
        return new Undo(claim, given.network, by.member());
    }

    private Reverse reverse(ContributionId claim, Someone by) {
        return new Reverse(claim, given.network, by.member(), ReversalReason.NOT_TRUE, null);
    }

    private Decline decline(ContributionId claim, Someone by) {
        return new Decline(claim, given.network, by.member(), DeclineReason.CANNOT_BE_CONFIRMED, null);
    }

    private ClaimedShare paid(Someone who) {
        var plain = ClaimedShare.plain(who.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        return new ClaimedShare(
                plain.share(),
                plain.contributor(),
                plain.kind(),
                plain.quantity(),
                plain.day(),
                null,
                plain.where(),
                Payment.PAID,
                plain.capacity(),
                null,
                plain.audience(),
                plain.helped(),
                plain.companions(),
                plain.borrowers(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void a_decision_is_undone_at_the_tenth_minute_and_not_after() {
        var claim = given.earns(given.nadia, 60);
        given.clock.advance(Duration.ofMinutes(10));
        given.note();
        given.when(given.claire, undo(claim, given.claire));
        assertThat(given.news()).hasSize(2).first().isInstanceOf(Reopened.class);
        given.when(given.claire, given.validate(claim, given.claire));
        given.clock.advance(Duration.ofMinutes(10).plusNanos(1_000));
        given.refused(given.claire, undo(claim, given.claire), Reason.UNDO_TOO_LATE);
    }

    @Test
    void whoever_is_no_longer_a_coordinator_undoes_nothing() {
        var claim = given.earns(given.nadia, 60);
        given.when(given.samir, new DismissCoordinator(given.network, given.claire.member(), given.samir.member()));
        given.refused(given.claire, undo(claim, given.claire), Reason.NOT_A_COORDINATOR);
    }

    @Test
    void an_undone_decline_lets_the_same_coordinator_decide_again() {
        var claim = given.claims(given.nadia, 60);
        given.when(given.claire, decline(claim, given.claire));
        given.when(given.claire, undo(claim, given.claire));
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(given.news(Issued.class)).hasSize(1);
    }

    @Test
    void a_reversal_posts_below_the_floor_and_is_final() {
        var claim = given.earns(given.nadia, 60);
        given.when(
                given.nadia,
                new Give(
                        TransferId.next(),
                        given.network,
                        given.nadia.member(),
                        given.nadia.account(),
                        given.karim.account(),
                        Mailles.whole(2),
                        null,
                        null));
        given.note();
        given.when(given.samir, reverse(claim, given.samir));
        assertThat(given.news()).hasSize(2).first().isInstanceOf(Reversed.class);
        assertThat(given.news(IssueReversed.class))
                .singleElement()
                .satisfies(back -> assertThat(back.after()).isEqualTo(new Balance(Mailles.ZERO, new Mailles(-200))));
        given.note();
        given.when(given.samir, reverse(claim, given.samir));
        assertThat(given.news()).as("repeated").isEmpty();
        given.refused(given.claire, given.validate(claim, given.claire), Reason.ALREADY_DECIDED);
        given.refused(given.claire, undo(claim, given.claire), Reason.NOT_DECIDED);
    }

    @Test
    void who_gains_from_a_claim_does_not_reverse_it() {
        var share = ClaimedShare.plain(given.samir.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        var claim = given.claims(given.samir, share);
        given.when(given.claire, given.validate(claim, given.claire));
        given.refused(given.samir, reverse(claim, given.samir), Reason.DECIDES_OWN_CLAIM);
    }

    @Test
    void paid_time_goes_to_the_fund_in_the_same_append_and_comes_back_with_it() {
        var claim = given.claims(given.nadia, paid(given.nadia));
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(given.news())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(Validated.class, Issued.class, Given.class, Received.class);
        assertThat(given.news(Given.class).getFirst().after()).isEqualTo(new Balance(Mailles.whole(2), Mailles.ZERO));
        assertThat(given.news(Received.class).getFirst().account()).isEqualTo(AccountId.fundOf(given.network));
        given.note();
        given.when(given.claire, undo(claim, given.claire));
        assertThat(given.news())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(Reopened.class, GivenBack.class, IssueReversed.class, TakenBack.class);
        assertThat(given.balance(given.nadia.account())).isEqualTo(Balance.ZERO);
    }

    @Test
    void another_coordinator_decides_an_appeal_once_and_for_good() {
        var claim = given.claims(given.nadia, 60);
        given.when(given.claire, decline(claim, given.claire));
        var appeal = new Appeal(claim, given.network, given.nadia.member(), "Karim l'a vu.");
        given.refused(
                given.karim, new Appeal(claim, given.network, given.karim.member(), "Moi"), Reason.NOT_THE_AUTHOR);
        given.when(given.nadia, appeal);
        given.refused(given.claire, decline(claim, given.claire), Reason.DECIDED_BEFORE);
        given.note();
        given.when(given.samir, decline(claim, given.samir));
        assertThat(given.news(Declined.class)).singleElement().matches(Declined::appealed);
        given.refused(given.nadia, appeal, Reason.ALREADY_APPEALED);
    }

    @Test
    void a_finished_decision_that_is_repeated_changes_nothing_and_another_one_is_told() {
        var claim = given.earns(given.nadia, 60);
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(given.news()).isEmpty();
        given.refused(given.claire, decline(claim, given.claire), Reason.ALREADY_DECIDED);
    }

    @Test
    void whoever_was_helped_attests_but_does_not_decide() {
        var plain = paid(given.nadia);
        var share = new ClaimedShare(
                ShareId.next(),
                plain.contributor(),
                plain.kind(),
                plain.quantity(),
                plain.day(),
                null,
                plain.where(),
                Payment.UNPAID,
                plain.capacity(),
                null,
                plain.audience(),
                java.util.List.of(given.claire.member()),
                plain.companions(),
                plain.borrowers(),
                null,
                null,
                null,
                null,
                null,
                null);
        var claim = given.claims(given.nadia, share);
        given.refused(given.claire, given.validate(claim, given.claire), Reason.DECIDES_OWN_CLAIM);
        given.note();
        var attest = new Attest(claim, given.network, given.claire.member(), "C'est exact.");
        given.when(given.claire, attest);
        given.when(given.claire, attest);
        assertThat(given.news()).hasSize(1);
    }
}
