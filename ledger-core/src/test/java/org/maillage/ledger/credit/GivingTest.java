package org.maillage.ledger.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.LedgerInvariants;
import org.maillage.ledger.Reason;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.CreditEvent.Given;
import org.maillage.ledger.event.CreditEvent.Received;
import org.maillage.ledger.event.MemberEvent.Left;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.TransferId;

/** Gifts move mailles and make none (rules 6, 7, 9 and 10). */
class GivingTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        assertThat(LedgerInvariants.hold(given.journal.after(0, Integer.MAX_VALUE), true))
                .isNotNegative();
        given.close();
    }

    private Give give(Someone by, AccountId from, AccountId to, long hundredths, @Nullable ContributionId about) {
        return new Give(
                TransferId.next(), given.network, by.member(), from, to, new Mailles(hundredths), about, "Merci !");
    }

    private Give thanks(Someone to, long hundredths) {
        return give(given.nadia, given.nadia.account(), to.account(), hundredths, null);
    }

    private AccountId fund() {
        return AccountId.fundOf(given.network);
    }

    @Test
    void a_thank_you_has_both_sides_in_one_append_and_leaves_contributed_alone() {
        var claim = given.earns(given.nadia, 60);
        given.note();
        var outcome =
                given.when(given.nadia, give(given.nadia, given.nadia.account(), given.karim.account(), 150, claim));
        assertThat(outcome.events()).isEqualTo(2);
        assertThat(given.news(Given.class)).singleElement().satisfies(gift -> {
            assertThat(gift.reason()).isEqualTo(GiftReason.THANKS);
            assertThat(gift.after()).isEqualTo(new Balance(Mailles.whole(2), new Mailles(50)));
        });
        assertThat(given.news(Received.class))
                .singleElement()
                .satisfies(gift -> assertThat(gift.after()).isEqualTo(new Balance(Mailles.ZERO, new Mailles(150))));
    }

    @Test
    void a_thank_you_without_mailles_counts_too_but_nothing_else_is_nothing() {
        given.when(given.nadia, thanks(given.karim, 0));
        assertThat(given.news(Given.class)).hasSize(1);
        given.refused(given.nadia, give(given.nadia, given.nadia.account(), fund(), 0, null), Reason.QUANTITY_MISSING);
    }

    @Test
    void a_gift_is_given_once_whatever_the_key_and_its_id_is_no_other_gifts() {
        given.earns(given.nadia, 60);
        var gift = thanks(given.karim, 50);
        given.when(given.nadia, gift);
        given.note();
        given.when(given.nadia, gift);
        assertThat(given.news()).isEmpty();
        var other = new Give(
                gift.transfer(), gift.network(), gift.by(), gift.from(), gift.to(), new Mailles(51), null, null);
        given.refused(given.nadia, other, Reason.ALREADY_EXISTS);
    }

    @Test
    void a_gift_thanks_for_a_contribution_of_this_network() {
        given.refused(
                given.nadia,
                give(given.nadia, given.nadia.account(), given.karim.account(), 0, ContributionId.next()),
                Reason.UNKNOWN_CONTRIBUTION);
    }

    @Test
    void the_fund_gives_what_it_received_by_a_coordinator_and_never_to_them() {
        given.earns(given.nadia, 60);
        given.when(given.nadia, give(given.nadia, given.nadia.account(), fund(), 200, null));
        given.refused(
                given.karim, give(given.karim, fund(), given.nadia.account(), 100, null), Reason.NOT_A_COORDINATOR);
        given.refused(
                given.claire, give(given.claire, fund(), given.claire.account(), 100, null), Reason.GAINS_FROM_IT);
        given.refused(
                given.claire,
                give(given.claire, fund(), given.karim.account(), 201, null),
                Reason.NOT_ENOUGH_AVAILABLE);
        given.note();
        given.when(given.claire, give(given.claire, fund(), given.karim.account(), 200, null));
        assertThat(given.news(Given.class).getFirst().reason()).isEqualTo(GiftReason.GRANT);
        given.refused(
                given.claire, give(given.claire, fund(), given.karim.account(), 1, null), Reason.NOT_ENOUGH_AVAILABLE);
    }

    @Test
    void an_organisation_gives_by_its_coordinator_and_never_to_them() {
        var account = AccountId.of(given.organisation(given.claire));
        given.earns(given.nadia, 60);
        given.when(given.nadia, give(given.nadia, given.nadia.account(), account, 200, null));
        given.refused(given.samir, give(given.samir, account, given.karim.account(), 100, null), Reason.NOT_YOURSELF);
        given.refused(
                given.claire, give(given.claire, account, given.claire.account(), 100, null), Reason.GAINS_FROM_IT);
        given.when(given.claire, give(given.claire, account, given.karim.account(), 200, null));
        assertThat(given.balance(account)).isEqualTo(Balance.ZERO);
    }

    @Test
    void no_maille_crosses_networks_by_an_organisation_registered_in_both() {
        var organisation = given.organisation(given.claire);
        given.earns(given.nadia, 60);
        given.when(given.nadia, give(given.nadia, given.nadia.account(), AccountId.of(organisation), 200, null));
        var elsewhere = given.elsewhere(null);
        var odile = elsewhere.coordinator();
        given.when(odile, new RegisterOrganisation(elsewhere.network(), odile.member(), organisation, "La même", null));
        given.when(odile, new ChangeOrganisation(odile.member(), elsewhere.network(), organisation));
        given.refused(
                odile,
                new Give(
                        TransferId.next(),
                        elsewhere.network(),
                        odile.member(),
                        AccountId.of(organisation),
                        AccountId.fundOf(elsewhere.network()),
                        Mailles.whole(2),
                        null,
                        null),
                Reason.OTHER_NETWORK);
    }

    @Test
    void who_leaves_leaves_what_is_available_to_the_fund() {
        given.earns(given.nadia, 60);
        given.note();
        given.when(given.nadia, new Leave(given.nadia.member(), given.network));
        assertThat(given.news(Left.class)).hasSize(1);
        assertThat(given.news(Given.class)).singleElement().satisfies(gift -> {
            assertThat(gift.reason()).isEqualTo(GiftReason.LEAVING);
            assertThat(gift.after()).isEqualTo(new Balance(Mailles.whole(2), Mailles.ZERO));
        });
        given.note();
        given.when(given.nadia, new Leave(given.nadia.member(), given.network));
        assertThat(given.news()).as("repeated").isEmpty();
    }
}
