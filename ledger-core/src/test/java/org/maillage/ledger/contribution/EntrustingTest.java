package org.maillage.ledger.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.PARIS;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ContributionEvent.DecisionEntrusted;
import org.maillage.ledger.event.ContributionEvent.Independence;
import org.maillage.ledger.event.ContributionEvent.Right;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.network.NetworkCommand.AllowParentDecisions;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;

/** Where every coordinator is involved, somebody else decides that one claim (rule 3). */
class EntrustingTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    private ClaimedShare share(Someone who) {
        return ClaimedShare.plain(who.account(), WORKSHOP, Quantity.minutes(60), TODAY);
    }

    private ContributionId ofBothCoordinators() {
        return given.claims(given.claire, share(given.claire), share(given.samir));
    }

    private EntrustDecision entrust(ContributionId claim, Someone... candidates) {
        return new EntrustDecision(
                claim,
                given.network,
                given.claire.member(),
                Stream.of(candidates).map(Someone::member).toList());
    }

    private void signs(Someone someone) {
        given.when(someone, new SignCharter(someone.member(), given.network, 1));
    }

    private void charter() {
        given.when(given.claire, new PublishCharter(given.network, given.claire.member(), 1, "L'éducation…"));
    }

    @Test
    void a_signatory_of_the_charter_is_drawn_and_decides_from_outside() {
        charter();
        signs(given.karim);
        var claim = ofBothCoordinators();
        given.note();
        given.when(given.claire, entrust(claim, given.nadia, given.karim, given.claire));
        assertThat(given.news(DecisionEntrusted.class)).singleElement().satisfies(e -> {
            assertThat(e.right()).isEqualTo(Right.SIGNATORY_DRAWN);
            assertThat(e.to()).isEqualTo(given.karim.member());
            assertThat(e.candidates()).isEqualTo(1);
        });
        given.refused(given.nadia, given.validate(claim, given.nadia), Reason.NOT_A_COORDINATOR);
        given.when(given.karim, given.validate(claim, given.karim));
        assertThat(given.news(Validated.class)).singleElement().satisfies(validated -> {
            assertThat(validated.right()).isEqualTo(Right.SIGNATORY_DRAWN);
            assertThat(validated.independence()).isEqualTo(Independence.OUTSIDE);
        });
        given.refused(
                given.karim, given.validate(given.claims(given.nadia, 60), given.karim), Reason.NOT_A_COORDINATOR);
    }

    @Test
    void a_colleague_decides_where_nobody_signed_and_the_outcome_is_internal() {
        var claim = ofBothCoordinators();
        given.note();
        given.when(given.claire, entrust(claim, given.nadia));
        given.when(given.nadia, given.validate(claim, given.nadia));
        assertThat(given.news(Validated.class)).singleElement().satisfies(validated -> {
            assertThat(validated.right()).isEqualTo(Right.COLLEAGUE);
            assertThat(validated.independence()).isEqualTo(Independence.INTERNAL);
        });
    }

    @Test
    void whoever_was_drawn_and_left_is_replaced() {
        var claim = ofBothCoordinators();
        given.when(given.claire, entrust(claim, given.nadia));
        given.note();
        given.when(given.claire, entrust(claim, given.karim));
        assertThat(given.news()).as("the draw is made once").isEmpty();
        given.when(given.nadia, new Leave(given.nadia.member(), given.network));
        given.when(given.claire, entrust(claim, given.karim));
        assertThat(given.news(DecisionEntrusted.class))
                .singleElement()
                .satisfies(e -> assertThat(e.to()).isEqualTo(given.karim.member()));
    }

    @Test
    void coordinators_of_the_parent_decide_first_where_the_network_allows_it() {
        var child = NetworkId.next();
        given.system(new Create(child, "Bassin", given.network, PARIS, Set.of(), null, null));
        var odile = given.joined(child, "Odile Marchand", org.maillage.ledger.value.PersonId.next());
        var karim = given.joined(child, "Karim Ould", given.karim.person());
        given.system(new AppointCoordinator(child, odile.member(), null));
        given.when(odile, new AllowParentDecisions(child, odile.member(), true));
        var claim = ContributionId.next();
        given.when(
                odile,
                new Submit(
                        claim,
                        child,
                        odile.member(),
                        List.of(share(odile)),
                        null,
                        null,
                        List.of(),
                        Set.of(),
                        null,
                        null));
        given.note();
        given.when(odile, new EntrustDecision(claim, child, odile.member(), List.of(karim.member())));
        var entrusted = given.news(DecisionEntrusted.class).getFirst();
        assertThat(entrusted.right()).isEqualTo(Right.PARENT_COORDINATOR);
        assertThat(entrusted.candidates()).isEqualTo(2);
        var drawn = entrusted.to().equals(given.claire.member()) ? given.claire : given.samir;
        var kept = drawn.equals(given.claire) ? given.samir : given.claire;
        given.when(kept, new DismissCoordinator(given.network, drawn.member(), kept.member()));
        given.refused(drawn, new Validate(claim, child, drawn.member(), List.of()), Reason.NOT_A_COORDINATOR);
    }

    @Test
    void one_person_does_not_decide_by_another_membership_what_they_gain_from() {
        var elsewhere = given.elsewhere(null);
        var nadia = given.joined(elsewhere.network(), "Nadia Benali", given.claire.person());
        given.system(new AppointCoordinator(elsewhere.network(), nadia.member(), null));
        var claim = ContributionId.next();
        var own = ClaimedShare.plain(nadia.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        given.when(
                nadia,
                new Submit(
                        claim,
                        elsewhere.network(),
                        nadia.member(),
                        List.of(own),
                        null,
                        null,
                        List.of(),
                        Set.of(),
                        null,
                        null));
        given.refused(
                given.claire,
                new Validate(claim, elsewhere.network(), given.claire.member(), List.of()),
                Reason.NOT_A_COORDINATOR);
        given.refused(given.claire, given.validate(claim, given.claire), Reason.UNKNOWN_CONTRIBUTION);
    }

    @Test
    void who_claims_for_an_organisation_does_not_decide_it_and_a_colleagues_decision_is_internal() {
        var organisation = given.organisation(given.claire, given.samir);
        var plain = ClaimedShare.plain(AccountId.of(organisation), WORKSHOP, Quantity.minutes(60), TODAY);
        var share = new ClaimedShare(
                plain.share(),
                plain.contributor(),
                plain.kind(),
                plain.quantity(),
                plain.day(),
                null,
                plain.where(),
                plain.payment(),
                plain.capacity(),
                organisation,
                plain.audience(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        var claim = given.claims(given.claire, share);
        given.refused(given.claire, given.validate(claim, given.claire), Reason.DECIDES_OWN_CLAIM);
        given.note();
        given.when(given.samir, given.validate(claim, given.samir));
        assertThat(given.news(Validated.class))
                .singleElement()
                .satisfies(v -> assertThat(v.independence()).isEqualTo(Independence.INTERNAL));
    }
}
