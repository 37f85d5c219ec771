package org.maillage.ledger.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.event.ContributionEvent.Reopened;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.IssueReversed;
import org.maillage.ledger.event.CreditEvent.Issued;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Quantity;

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
    }
}
