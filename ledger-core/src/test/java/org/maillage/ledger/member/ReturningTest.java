package org.maillage.ledger.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.member.MemberCommand.AssignOrganisation;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Quantity;

/** A person has one membership of a network (rule 16), which they leave and come back to. */
class ReturningTest {

    private final LedgerFixture given = new LedgerFixture();
    private final LedgerFixture.Someone nadia = given.nadia;

    @BeforeEach
    void nadia_has_left() {
        given.earns(nadia, 60);
        given.when(nadia, new Leave(nadia.member(), given.network));
        given.note();
    }

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void who_left_and_is_invited_back_takes_up_the_same_membership() {
        given.when(given.claire, invitation());
        given.when(nadia, join());

        assertThat(given.news()).hasSize(2);
        assertThat(given.news(MemberEvent.Joined.class)).singleElement().satisfies(joined -> {
            assertThat(joined.member()).isEqualTo(nadia.member());
            assertThat(joined.via()).isEqualTo(MemberEvent.Via.INVITATION);
        });
        assertThat(given.news(PersonEvent.class)).isEmpty();
        assertThat(given.claims(nadia, 30)).isNotNull();
    }

    @Test
    void coordinators_say_the_organisation_of_who_has_no_account_and_of_nobody_else() {
        var organisation = given.organisation();
        var jeanne = MemberId.next();
        var network = given.network;
        var claire = given.claire;
        given.when(
                claire,
                new Enter(jeanne, network, claire.member(), MemberEvent.Origin.COORDINATOR, "Jeanne Roux", null));
        given.note();
        var assigned = new AssignOrganisation(jeanne, network, claire.member(), organisation);

        given.when(claire, assigned);
        given.when(claire, assigned);

        assertThat(given.news(MemberEvent.OrganisationChanged.class))
                .containsExactly(new MemberEvent.OrganisationChanged(jeanne, network, organisation));
        given.refused(
                claire,
                new AssignOrganisation(jeanne, network, claire.member(), OrganisationId.next()),
                Reason.UNKNOWN_ORGANISATION);
        given.refused(
                claire,
                new AssignOrganisation(MemberId.next(), network, claire.member(), organisation),
                Reason.UNKNOWN_MEMBER);
        given.refused(
                claire,
                new AssignOrganisation(nadia.member(), network, claire.member(), organisation),
                Reason.NOT_AN_ACTIVE_MEMBER);
        given.refused(
                claire,
                new AssignOrganisation(given.karim.member(), network, claire.member(), organisation),
                Reason.NOT_YOURSELF);
        given.refused(
                given.karim,
                new AssignOrganisation(jeanne, network, given.karim.member(), organisation),
                Reason.NOT_A_COORDINATOR);
    }

    @Test
    void an_invitation_alone_brings_nobody_back() {
        given.when(given.claire, invitation());

        var share =
                ClaimedShare.plain(nadia.account(), LedgerFixture.WORKSHOP, Quantity.minutes(60), LedgerFixture.TODAY);
        given.refused(nadia, given.submit(ContributionId.next(), nadia, share), Reason.NOT_AN_ACTIVE_MEMBER);
    }

    @Test
    void nobody_comes_back_who_was_not_invited_since() {
        given.refused(nadia, join(), Reason.HAS_LEFT);

        given.when(given.claire, invitation());
        given.when(nadia, join());
        given.when(nadia, new Leave(nadia.member(), given.network));

        given.refused(nadia, join(), Reason.HAS_LEFT);
    }

    @Test
    void inviting_back_and_joining_are_done_once_however_often_they_are_asked() {
        given.when(given.claire, invitation());
        given.when(given.claire, invitation());
        given.when(nadia, join());
        given.when(nadia, join());

        assertThat(given.news(MemberEvent.Invited.class)).hasSize(1);
        assertThat(given.news(MemberEvent.Joined.class)).hasSize(1);
    }

    @Test
    void nobody_else_takes_the_membership_of_who_left() {
        given.when(given.claire, invitation());
        var join = new Join(nadia.member(), given.network, given.karim.person(), MemberEvent.Via.INVITATION, null);
        given.refused(given.karim, join, Reason.ALREADY_LINKED);
    }

    @Test
    void only_coordinators_of_the_network_invite_back() {
        given.refused(
                given.karim,
                new Invite(nadia.member(), given.network, given.karim.member(), "Nadia", "nadia@exemple.fr"),
                Reason.NOT_A_COORDINATOR);
        var elsewhere = given.elsewhere(null);
        given.refused(
                elsewhere.coordinator(),
                new Invite(
                        nadia.member(),
                        elsewhere.network(),
                        elsewhere.coordinator().member(),
                        "Nadia",
                        "nadia@exemple.fr"),
                Reason.ALREADY_EXISTS);
    }

    private Invite invitation() {
        return new Invite(nadia.member(), given.network, given.claire.member(), "Nadia", "nadia@exemple.fr");
    }

    private Join join() {
        return new Join(nadia.member(), given.network, nadia.person(), MemberEvent.Via.INVITATION, null);
    }
}
