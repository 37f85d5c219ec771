package org.maillage.ledger.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Reopened;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.IssueReversed;
import org.maillage.ledger.event.CreditEvent.Issued;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.event.ShareOutcome.Status;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;

class ValidatingTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void two_hours_are_worth_four_mailles_and_say_why() {
        var claim = given.claims(given.nadia, 120);
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(given.news()).hasSize(2);
        assertThat(given.news(Validated.class)).hasSize(1);
        assertThat(given.news(Issued.class)).singleElement().satisfies(issued -> {
            assertThat(issued.amount()).isEqualTo(Mailles.whole(4));
            assertThat(issued.computation()).isEqualTo("120 min × 200 / 60 = 400");
            assertThat(issued.after()).isEqualTo(new Balance(Mailles.whole(4), Mailles.whole(4)));
        });
    }

    @Test
    void a_coordinator_cannot_validate_their_own_claim() {
        var claim = given.claims(given.claire, 60);
        given.refused(given.claire, given.validate(claim, given.claire), Reason.DECIDES_OWN_CLAIM);
    }

    @Test
    void undoing_takes_back_what_was_issued_and_opens_the_claim_again() {
        var claim = given.claims(given.nadia, 90);
        given.when(given.claire, given.validate(claim, given.claire));
        given.clock.advance(Duration.ofMinutes(9));
        given.note();
        given.when(given.claire, new Undo(claim, given.network, given.claire.member()));
        assertThat(given.news()).hasSize(2);
        assertThat(given.news(Reopened.class)).hasSize(1);
        assertThat(given.news(IssueReversed.class))
                .singleElement()
                .satisfies(back -> assertThat(back.after()).isEqualTo(Balance.ZERO));
        given.when(given.samir, given.validate(claim, given.samir));
        assertThat(given.news(Issued.class)).hasSize(1);
    }

    @Test
    void a_day_never_holds_more_than_24_hours() {
        var first = given.claims(given.nadia, 700);
        var second = given.claims(given.nadia, 700);
        var third = given.claims(given.nadia, 60);
        given.when(given.claire, given.validate(first, given.claire));
        given.when(given.claire, given.validate(second, given.claire));
        given.refused(given.claire, given.validate(third, given.claire), Reason.MORE_THAN_24_HOURS);
    }

    @Test
    void shares_that_nobody_answered_lapse_and_can_be_claimed_anew() {
        var own = ClaimedShare.plain(given.nadia.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        var other = ClaimedShare.plain(given.karim.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        var claim = given.claims(given.nadia, own, other);
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(given.news(Issued.class)).hasSize(1);
        assertThat(given.news(Validated.class).getFirst().outcomes())
                .extracting(outcome -> outcome.status().name())
                .isEqualTo(List.of("ACCEPTED", "LAPSED"));

        var karim = given.karim.member();
        given.refused(given.karim, new ConfirmShare(claim, given.network, karim, other.share()), Reason.SHARE_LAPSED);
        given.refused(given.karim, corrects(claim, given.karim, other, 30), Reason.SHARE_LAPSED);
        given.refused(given.karim, new DenyShare(claim, given.network, karim, other.share()), Reason.SHARE_LAPSED);
        given.refused(given.nadia, corrects(claim, given.nadia, own, 30), Reason.ALREADY_DECIDED);
        given.earns(given.karim, 60);
        assertThat(given.news(Issued.class)).hasSize(2);
    }

    @Test
    void a_share_waits_for_its_answer_again_once_the_validation_is_undone() {
        var own = share(given.nadia, WORKSHOP, Quantity.minutes(60));
        var other = share(given.karim, WORKSHOP, Quantity.minutes(60));
        var claim = given.claims(given.nadia, own, other);
        var confirm = new ConfirmShare(claim, given.network, given.karim.member(), other.share());
        given.when(given.claire, given.validate(claim, given.claire));
        given.refused(given.karim, confirm, Reason.SHARE_LAPSED);

        given.when(given.claire, new Undo(claim, given.network, given.claire.member()));
        given.when(given.karim, confirm);
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(given.news(Issued.class)).hasSize(2);

        given.when(given.claire, new Undo(claim, given.network, given.claire.member()));
        given.when(
                given.claire,
                new Decline(claim, given.network, given.claire.member(), DeclineReason.CANNOT_BE_CONFIRMED, null));
        given.refused(
                given.karim,
                new DenyShare(claim, given.network, given.karim.member(), other.share()),
                Reason.ALREADY_DECIDED);
    }

    @Test
    void a_share_is_accepted_for_less_than_was_confirmed_with_its_reason() {
        var share = share(given.nadia, WORKSHOP, new Quantity(60, 30, 20, 0));
        var claim = given.claims(given.nadia, share);
        given.note();

        given.when(given.claire, validate(claim, less(share, new Quantity(60, 0, 20, 0))));

        assertThat(given.news(Validated.class).getFirst().outcomes())
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.status()).isEqualTo(Status.ACCEPTED);
                    assertThat(outcome.accepted()).isEqualTo(new Quantity(60, 0, 20, 0));
                    assertThat(outcome.lessReason()).isEqualTo(LessReason.TIME_TOO_LONG);
                    assertThat(outcome.amount()).isEqualTo(Mailles.whole(2));
                });
    }

    @Test
    void as_much_as_was_confirmed_is_not_less_and_more_never_is() {
        var share = share(given.nadia, WORKSHOP, Quantity.minutes(60));
        var claim = given.claims(given.nadia, share);

        refused(claim, Reason.NOT_LESS, less(share, Quantity.minutes(60)));
        refused(claim, Reason.MORE_THAN_CONFIRMED, less(share, Quantity.minutes(61)));
        refused(claim, Reason.MORE_THAN_CONFIRMED, less(share, new Quantity(30, 30, 0, 0)));

        given.when(given.nadia, corrects(claim, given.nadia, share, 45));
        refused(claim, Reason.MORE_THAN_CONFIRMED, less(share, Quantity.minutes(50)));
        refused(claim, Reason.NOT_LESS, less(share, Quantity.minutes(45)));
        given.when(given.claire, validate(claim, less(share, Quantity.minutes(44))));
        assertThat(given.news(Issued.class)).hasSize(1);
    }

    @Test
    void of_units_as_many_as_were_confirmed_are_not_less() {
        var photo = new KindCode("photo");
        given.when(
                given.claire,
                new AddKind(
                        given.network,
                        given.claire.member(),
                        new Kind(photo, Measure.COUNT, "Photos", 1),
                        33,
                        20,
                        RoleWeights.all(Role.SPREAD)));
        var share = share(given.nadia, photo, Quantity.units(5));
        var claim = given.claims(given.nadia, share);
        given.note();

        refused(claim, Reason.NOT_LESS, less(share, Quantity.units(5)));
        refused(claim, Reason.MORE_THAN_CONFIRMED, less(share, Quantity.units(6)));
        given.when(given.claire, validate(claim, less(share, Quantity.units(4))));
        assertThat(given.news(Issued.class))
                .singleElement()
                .satisfies(issued -> assertThat(issued.amount()).isEqualTo(new Mailles(132)));
    }

    @Test
    void one_share_that_is_less_does_not_excuse_another_that_is_not() {
        var own = share(given.nadia, WORKSHOP, Quantity.minutes(60));
        var other = share(given.karim, WORKSHOP, Quantity.minutes(60));
        var claim = given.claims(given.nadia, own, other);
        given.when(given.karim, new ConfirmShare(claim, given.network, given.karim.member(), other.share()));
        given.note();

        refused(claim, Reason.NOT_LESS, less(own, Quantity.minutes(30)), less(other, Quantity.minutes(60)));
        given.when(given.claire, validate(claim, less(own, Quantity.minutes(30))));
        assertThat(given.news(Validated.class).getFirst().outcomes())
                .extracting(ShareOutcome::lessReason)
                .containsExactly(LessReason.TIME_TOO_LONG, null);
    }

    @Test
    void to_keep_nothing_of_anybody_is_a_refusal_and_no_validation() {
        var own = share(given.nadia, WORKSHOP, Quantity.minutes(60));
        var other = share(given.karim, WORKSHOP, Quantity.minutes(60));
        var claim = given.claims(given.nadia, own, other);

        refused(claim, Reason.NOTHING_ACCEPTED, less(own, null));
        given.when(given.karim, new ConfirmShare(claim, given.network, given.karim.member(), other.share()));
        refused(claim, Reason.NOTHING_ACCEPTED, less(own, null), less(other, null));
        given.when(given.nadia, new DenyShare(claim, given.network, given.nadia.member(), own.share()));
        given.when(given.karim, new DenyShare(claim, given.network, given.karim.member(), other.share()));
        refused(claim, Reason.NOBODY_CONFIRMED);
    }

    @Test
    void one_share_may_be_left_out_where_another_is_kept() {
        var own = share(given.nadia, WORKSHOP, Quantity.minutes(60));
        var other = share(given.karim, WORKSHOP, Quantity.minutes(60));
        var claim = given.claims(given.nadia, own, other);
        given.when(given.karim, new ConfirmShare(claim, given.network, given.karim.member(), other.share()));
        given.note();

        given.when(given.claire, validate(claim, less(other, null)));

        assertThat(given.news(Validated.class).getFirst().outcomes())
                .extracting(ShareOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.LEFT_OUT);
    }

    private static ClaimedShare share(Someone who, KindCode kind, Quantity quantity) {
        return ClaimedShare.plain(who.account(), kind, quantity, TODAY);
    }

    private static Less less(ClaimedShare share, @Nullable Quantity accepted) {
        return new Less(share.share(), accepted, LessReason.TIME_TOO_LONG, null);
    }

    private CorrectShare corrects(ContributionId claim, Someone who, ClaimedShare share, int minutes) {
        return new CorrectShare(claim, given.network, who.member(), share.share(), Quantity.minutes(minutes), null);
    }

    private Validate validate(ContributionId claim, Less... less) {
        return new Validate(claim, given.network, given.claire.member(), List.of(less));
    }

    private void refused(ContributionId claim, Reason reason, Less... less) {
        given.refused(given.claire, validate(claim, less), reason);
    }
}
