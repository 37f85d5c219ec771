package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.LedgerFixture.TODAY;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.BadgeFixture;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.badge.AwardCommand.AwardByRule;
import org.maillage.ledger.event.AwardEvent.AwardCause;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.AwardEvent.AwardedToo;
import org.maillage.ledger.event.AwardEvent.CodeTaken;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.PersonId;

/** Somebody has a badge once, by its rule or by a coordinator who is somebody else. */
class AwardingBadgesTest {

    private final LedgerFixture given = new LedgerFixture();
    private final BadgeFixture badges = new BadgeFixture(given);

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void the_program_awards_a_badge_with_the_shares_that_earned_it() {
        var badge = badges.defined(ONCE, 24);
        given.note();
        var command = badges.byRule(badge, given.nadia);
        given.system(command);
        assertThat(given.news()).hasSize(2);
        var awarded = given.news(Awarded.class).getFirst();
        assertThat(awarded.award()).isEqualTo(AwardId.of(badge, given.nadia.member()));
        assertThat(awarded.earned()).isEqualTo(command.earned());
        assertThat(awarded.cause()).isEqualTo(AwardCause.RULE);
        assertThat(awarded.by()).isNull();
        assertThat(awarded.version()).isEqualTo(1);
        assertThat(awarded.day()).isEqualTo(TODAY);
        assertThat(awarded.expires()).isEqualTo(TODAY.plusMonths(24));
        assertThat(given.news(CodeTaken.class)).singleElement().satisfies(taken -> {
            assertThat(taken.code()).isEqualTo(awarded.code());
            assertThat(taken.award()).isEqualTo(awarded.award());
        });
    }

    @Test
    void a_badge_is_awarded_once_however_often_its_rule_is_met() {
        var badge = badges.defined(ONCE);
        given.note();
        given.system(badges.byRule(badge, given.nadia));
        given.system(badges.byRule(badge, given.nadia));
        given.when(given.claire, badges.byHand(badge, given.nadia, given.claire));
        assertThat(given.news(Awarded.class)).hasSize(1);
    }

    @Test
    void what_its_member_alone_knows_of_is_awarded_by_hand_once_as_to_anybody() {
        var badge = badges.defined(ONCE, 24);
        given.system(badges.byRule(badge, given.nadia));
        given.note();
        given.when(given.claire, badges.byHand(badge, given.nadia, given.claire));
        given.when(given.claire, badges.byHand(badge, given.nadia, given.claire));
        assertThat(given.news()).hasSize(1);
        assertThat(given.news(AwardedToo.class)).singleElement().satisfies(too -> {
            assertThat(too.by()).isEqualTo(given.claire.member());
            assertThat(too.cause()).isEqualTo(AwardCause.HAND);
            assertThat(too.evidence()).isNotNull();
            assertThat(too.expires()).isEqualTo(TODAY.plusMonths(24));
        });
    }

    @Test
    void what_its_member_accepted_is_not_awarded_by_hand_again() {
        var badge = badges.defined(ONCE);
        given.system(badges.byRule(badge, given.nadia));
        given.when(
                given.nadia, new Accept(AwardId.of(badge, given.nadia.member()), given.network, given.nadia.member()));
        given.note();
        given.when(given.claire, badges.byHand(badge, given.nadia, given.claire));
        assertThat(given.news()).isEmpty();
    }

    @Test
    void two_processes_that_award_at_once_award_once() throws Exception {
        var badge = badges.defined(ONCE);
        given.note();
        try (var other = given.secondProcess();
                var threads = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            var ledgers = List.of(given.ledger, other);
            var running = ledgers.stream()
                    .map(ledger -> threads.submit(() -> {
                        start.await();
                        var origin = Origin.of(Actor.SYSTEM, given.clock.instant());
                        return ledger.execute(badges.byRule(badge, given.nadia), origin);
                    }))
                    .toList();
            start.countDown();
            var events = 0;
            for (var one : running) {
                Outcome outcome = one.get();
                events += outcome.events();
            }
            assertThat(events).isEqualTo(2);
        }
        assertThat(given.news(Awarded.class)).hasSize(1);
    }

    @Test
    void a_coordinator_awards_by_hand_and_says_why() {
        var badge = badges.defined(ONCE);
        given.note();
        given.when(given.claire, badges.byHand(badge, given.nadia, given.claire));
        assertThat(given.news(Awarded.class)).singleElement().satisfies(awarded -> {
            assertThat(awarded.cause()).isEqualTo(AwardCause.HAND);
            assertThat(awarded.by()).isEqualTo(given.claire.member());
            assertThat(awarded.earned()).isEmpty();
            assertThat(awarded.narrative()).isNotNull();
            assertThat(awarded.evidence()).isNotNull();
            assertThat(awarded.expires()).isNull();
        });
    }

    @Test
    void nobody_awards_a_badge_to_themselves_and_only_coordinators_to_others() {
        var badge = badges.defined(ONCE);
        given.refused(given.claire, badges.byHand(badge, given.claire, given.claire), Reason.DECIDES_OWN_BADGE);
        given.refused(given.nadia, badges.byHand(badge, given.karim, given.nadia), Reason.NOT_A_COORDINATOR);
        given.refused(given.nadia, badges.byHand(badge, given.karim, given.claire), Reason.NOT_YOURSELF);
        given.refused(given.claire, badges.byRule(badge, given.nadia), Reason.NOT_THE_PROGRAM);
    }

    @Test
    void a_narrative_is_needed_and_evidence_is_an_address_of_the_web() {
        var badge = badges.defined(ONCE);
        given.refused(given.claire, byHand(badge, given.nadia, " ", null), Reason.TEXT_MISSING);
        given.refused(given.claire, byHand(badge, given.nadia, "a".repeat(2_001), null), Reason.TEXT_TOO_LONG);
        given.refused(given.claire, byHand(badge, given.nadia, "Oui", "javascript:alert(1)"), Reason.LINK_INVALID);
        given.refused(given.claire, byHand(badge, given.nadia, "Oui", "https:"), Reason.LINK_INVALID);
    }

    private AwardByHand byHand(
            BadgeDefinitionId badge,
            Someone member,
            String narrative,
            @org.jspecify.annotations.Nullable String evidence) {
        return new AwardByHand(badge, given.network, member.member(), given.claire.member(), narrative, evidence, true);
    }

    @Test
    void only_members_have_badges_and_those_without_account_too() {
        var badge = badges.defined(ONCE);
        var stranger = new Someone(PersonId.next(), MemberId.next());
        given.refused(Actor.SYSTEM, badges.byRule(badge, stranger), Reason.UNKNOWN_MEMBER);
        var lou = MemberId.next();
        given.system(new Enter(lou, given.network, null, MemberEvent.Origin.IMPORTED, "Lou", null));
        given.system(new AwardByRule(badge, given.network, 1, lou, List.of(), null));
        assertThat(given.news(Awarded.class)).hasSize(1);
        given.when(given.karim, new Leave(given.karim.member(), given.network));
        given.refused(Actor.SYSTEM, badges.byRule(badge, given.karim), Reason.NOT_AN_ACTIVE_MEMBER);
    }

    @Test
    void what_was_taken_back_is_not_awarded_again() {
        var badge = badges.defined(ONCE);
        badges.revoked(badge, given.nadia);
        given.refused(Actor.SYSTEM, badges.byRule(badge, given.nadia), Reason.BADGE_REVOKED);
        given.refused(given.claire, badges.byHand(badge, given.nadia, given.claire), Reason.BADGE_REVOKED);
    }

    @Test
    void a_rule_that_was_revised_meanwhile_is_read_again_first() {
        var badge = badges.defined(ONCE);
        given.refused(
                Actor.SYSTEM,
                new AwardByRule(badge, given.network, 2, given.nadia.member(), List.of(), null),
                Reason.BADGE_REVISED);
        given.refused(Actor.SYSTEM, badges.byRule(BadgeDefinitionId.next(), given.nadia), Reason.UNKNOWN_BADGE);
    }
}
