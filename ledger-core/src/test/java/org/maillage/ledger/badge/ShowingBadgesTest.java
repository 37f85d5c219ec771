package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.BadgeFixture;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.Decline;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.event.AwardEvent.Accepted;
import org.maillage.ledger.event.AwardEvent.NotAccepted;
import org.maillage.ledger.event.AwardEvent.Published;
import org.maillage.ledger.event.AwardEvent.Unpublished;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;

/** A member alone says whether a badge of theirs is theirs, and who sees it. */
class ShowingBadgesTest {

    private final LedgerFixture given = new LedgerFixture();
    private final BadgeFixture badges = new BadgeFixture(given);
    private final MemberId nadia = given.nadia.member();
    private AwardId award = AwardId.of(BadgeDefinitionId.next(), nadia);

    @BeforeEach
    void award() {
        award = badges.awarded(badges.defined(ONCE), given.nadia);
        given.note();
    }

    @AfterEach
    void close() {
        given.close();
    }

    private Accept accept() {
        return new Accept(award, given.network, nadia);
    }

    private Publish publish() {
        return new Publish(award, given.network, nadia);
    }

    @Test
    void a_badge_is_accepted_then_shown_then_hidden_each_once() {
        given.when(given.nadia, accept());
        given.when(given.nadia, accept());
        given.when(given.nadia, publish());
        given.when(given.nadia, publish());
        var unpublish = new Unpublish(award, given.network, nadia);
        given.when(given.nadia, unpublish);
        given.when(given.nadia, unpublish);
        assertThat(given.news())
                .containsExactly(
                        new Accepted(award, given.network, nadia),
                        new Published(award, given.network, nadia),
                        new Unpublished(award, given.network, nadia));
    }

    @Test
    void what_was_not_accepted_is_shown_to_nobody() {
        given.refused(given.nadia, publish(), Reason.BADGE_NOT_ACCEPTED);
        var decline = new Decline(award, given.network, nadia);
        given.when(given.nadia, decline);
        given.when(given.nadia, decline);
        assertThat(given.news(NotAccepted.class)).hasSize(1);
        given.refused(given.nadia, publish(), Reason.BADGE_NOT_ACCEPTED);
        given.when(given.nadia, accept());
        given.when(given.nadia, publish());
        assertThat(given.news(Published.class)).hasSize(1);
    }

    @Test
    void declining_hides_what_was_shown() {
        given.when(given.nadia, accept());
        given.when(given.nadia, publish());
        given.when(given.nadia, new Decline(award, given.network, nadia));
        given.when(given.nadia, accept());
        given.note();
        given.when(given.nadia, publish());
        assertThat(given.news(Published.class)).as("it was hidden").hasSize(1);
    }

    @Test
    void nobody_says_it_for_somebody_else() {
        given.refused(given.claire, accept(), Reason.NOT_YOURSELF);
        given.refused(given.claire, new Accept(award, given.network, given.claire.member()), Reason.NOT_YOUR_BADGE);
        given.refused(given.claire, new Decline(award, given.network, nadia), Reason.NOT_YOURSELF);
        given.refused(given.claire, new Unpublish(award, given.network, nadia), Reason.NOT_YOURSELF);
        given.refused(
                given.nadia,
                new Accept(AwardId.of(BadgeDefinitionId.next(), nadia), given.network, nadia),
                Reason.UNKNOWN_AWARD);
    }

    @Test
    void a_revoked_badge_is_neither_accepted_nor_shown_and_can_be_hidden() {
        given.when(given.nadia, accept());
        given.when(given.nadia, publish());
        given.when(given.samir, badges.revoke(award));
        given.when(given.nadia, new Unpublish(award, given.network, nadia));
        given.refused(given.nadia, publish(), Reason.BADGE_REVOKED);
        var other = badges.revoked(badges.defined(ONCE), given.nadia);
        given.refused(given.nadia, new Accept(other, given.network, nadia), Reason.BADGE_REVOKED);
    }

    @Test
    void who_has_left_still_says_who_sees_their_badge() {
        given.when(given.nadia, accept());
        given.when(given.nadia, publish());
        given.when(given.nadia, new Leave(nadia, given.network));
        given.note();
        given.when(given.nadia, new Unpublish(award, given.network, nadia));
        assertThat(given.news(Unpublished.class)).hasSize(1);
    }
}
