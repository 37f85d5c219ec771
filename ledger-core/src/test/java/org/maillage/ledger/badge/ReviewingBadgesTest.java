package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.LedgerFixture.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.BadgeFixture;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.AskReview;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Renew;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Uphold;
import org.maillage.ledger.event.AwardEvent.Reinstated;
import org.maillage.ledger.event.AwardEvent.Renewed;
import org.maillage.ledger.event.AwardEvent.ReviewAsked;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.event.AwardEvent.Revoked;
import org.maillage.ledger.event.AwardEvent.Suspended;
import org.maillage.ledger.event.AwardEvent.Upheld;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.ShareId;

/** Nothing is taken away by itself: a badge is looked at again, and a coordinator who is somebody else decides. */
class ReviewingBadgesTest {

    private final LedgerFixture given = new LedgerFixture();
    private final BadgeFixture badges = new BadgeFixture(given);

    @AfterEach
    void close() {
        given.close();
    }

    private AwardId awarded(Someone who) {
        var award = badges.awarded(badges.defined(ONCE), who);
        given.note();
        return award;
    }

    private AskReview broken(AwardId award) {
        return new AskReview(
                award, given.network, null, List.of(new EarnedShare(ContributionId.next(), ShareId.next())));
    }

    @Test
    void the_program_puts_a_broken_badge_up_for_review_once_for_each_share_that_was_taken_back() {
        var award = awarded(given.nadia);
        var broken = broken(award);
        given.system(broken);
        given.system(broken);
        assertThat(given.news(ReviewAsked.class)).hasSize(1);
        var uphold = new Uphold(award, given.network, given.claire.member(), "La pratique est réelle.");
        given.when(given.claire, uphold);
        given.when(given.claire, uphold);
        assertThat(given.news(Upheld.class)).hasSize(1);
        given.system(broken);
        assertThat(given.news(ReviewAsked.class))
                .as("somebody has looked at it")
                .hasSize(1);
        given.system(broken(award));
        given.system(broken(award));
        assertThat(given.news(ReviewAsked.class)).hasSize(3);
        given.system(new Uphold(award, given.network, null, null));
        assertThat(given.news(Upheld.class)).hasSize(2);
        given.system(broken);
        assertThat(given.news(ReviewAsked.class)).as("it was met again").hasSize(4);
    }

    @Test
    void the_program_puts_nothing_up_for_review_that_a_coordinator_awarded_too_and_coordinators_may() {
        var definition = badges.defined(ONCE);
        var award = badges.awarded(definition, given.nadia);
        given.when(given.claire, badges.byHand(definition, given.nadia, given.claire));
        given.system(broken(award));
        given.system(new AskReview(award, given.network, null, List.of()));
        assertThat(given.news(ReviewAsked.class)).isEmpty();
        given.when(given.samir, new AskReview(award, given.network, given.samir.member(), List.of()));
        assertThat(given.news(ReviewAsked.class)).hasSize(1);
    }

    @Test
    void a_coordinator_asks_for_a_review_once_until_it_is_upheld() {
        var award = awarded(given.nadia);
        var ask = new AskReview(award, given.network, given.claire.member(), List.of());
        given.when(given.claire, ask);
        given.when(given.claire, ask);
        given.when(given.samir, new Uphold(award, given.network, given.samir.member(), null));
        given.when(given.claire, ask);
        assertThat(given.news(ReviewAsked.class)).hasSize(2);
    }

    @Test
    void a_badge_is_suspended_and_counts_again() {
        var award = awarded(given.nadia);
        var suspend = new Suspend(award, given.network, given.claire.member(), null);
        given.when(given.claire, suspend);
        given.when(given.claire, suspend);
        var reinstate = new Reinstate(award, given.network, given.claire.member());
        given.when(given.claire, reinstate);
        given.when(given.claire, reinstate);
        assertThat(given.news())
                .containsExactly(
                        new Suspended(award, given.network, given.claire.member(), null),
                        new Reinstated(award, given.network, given.claire.member()));
    }

    @Test
    void a_badge_is_revoked_for_good_with_a_reason_that_everybody_reads() {
        var award = awarded(given.nadia);
        given.when(given.samir, badges.revoke(award));
        given.when(given.samir, badges.revoke(award));
        assertThat(given.news(Revoked.class)).singleElement().satisfies(revoked -> {
            assertThat(revoked.reason()).isEqualTo(RevocationReason.AWARDED_BY_MISTAKE);
            assertThat(revoked.by()).isEqualTo(given.samir.member());
        });
        var claire = given.claire.member();
        given.refused(given.claire, new Suspend(award, given.network, claire, null), Reason.BADGE_REVOKED);
        given.refused(given.claire, new Reinstate(award, given.network, claire), Reason.BADGE_REVOKED);
        given.refused(given.claire, new AskReview(award, given.network, claire, List.of()), Reason.BADGE_REVOKED);
        given.refused(given.claire, new Renew(award, given.network, claire, List.of()), Reason.BADGE_REVOKED);
    }

    @Test
    void a_reason_is_needed_to_revoke() {
        var award = awarded(given.nadia);
        given.refused(
                given.claire,
                new Revoke(award, given.network, given.claire.member(), RevocationReason.OTHER, " "),
                Reason.TEXT_MISSING);
    }

    @Test
    void nobody_decides_on_their_own_badge_and_only_coordinators_on_others() {
        var own = awarded(given.claire);
        commands(own, given.claire).forEach(command -> given.refused(given.claire, command, Reason.DECIDES_OWN_BADGE));
        var award = awarded(given.nadia);
        commands(award, given.karim).forEach(command -> given.refused(given.karim, command, Reason.NOT_A_COORDINATOR));
        given.refused(given.karim, broken(award), Reason.NOT_THE_PROGRAM);
        commands(AwardId.of(BadgeDefinitionId.next(), given.nadia.member()), given.claire)
                .forEach(command -> given.refused(given.claire, command, Reason.UNKNOWN_AWARD));
    }

    private Stream<AwardCommand> commands(AwardId award, Someone by) {
        return Stream.of(
                new AskReview(award, given.network, by.member(), List.of()),
                new Uphold(award, given.network, by.member(), null),
                new Suspend(award, given.network, by.member(), null),
                new Reinstate(award, given.network, by.member()),
                new Revoke(award, given.network, by.member(), RevocationReason.OTHER, "Parce que."),
                new Renew(award, given.network, by.member(), List.of()));
    }

    @Test
    void a_badge_that_expires_is_renewed_for_as_long_again_and_once_a_day() {
        var award = badges.awarded(badges.defined(ONCE, 6), given.nadia);
        given.clock.advance(Duration.ofDays(150));
        given.note();
        var renew = new Renew(award, given.network, null, List.of());
        given.system(renew);
        given.system(renew);
        assertThat(given.news(Renewed.class)).singleElement().satisfies(renewed -> {
            assertThat(renewed.day()).isEqualTo(TODAY.plusDays(150));
            assertThat(renewed.expires()).isEqualTo(TODAY.plusDays(150).plusMonths(6));
        });
        given.refused(given.nadia, new Renew(award, given.network, null, List.of()), Reason.NOT_THE_PROGRAM);
    }

    @Test
    void what_never_expires_is_not_renewed() {
        given.refused(
                given.claire,
                new Renew(awarded(given.nadia), given.network, given.claire.member(), List.of()),
                Reason.NEVER_EXPIRES);
    }
}
