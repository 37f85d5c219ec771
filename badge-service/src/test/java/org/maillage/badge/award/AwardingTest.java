package org.maillage.badge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.BadgeFixture.content;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.Uphold;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.badge.DefinitionCommand.Revise;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.AwardEvent.AwardedToo;
import org.maillage.ledger.event.AwardEvent.Renewed;
import org.maillage.ledger.event.AwardEvent.ReviewAsked;
import org.maillage.ledger.event.AwardEvent.Upheld;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.RecognitionId;

/** When a rule is met, then its badge is awarded; when it is broken, then somebody looks at it again. */
class AwardingTest {

    private static final BadgeRule TWICE = new BadgeRule.Count(2, Among.ALL, null);

    private final World world = new World();
    private final LedgerFixture given = world.given;
    private final Someone nadia = given.nadia;

    @AfterEach
    void close() {
        world.close();
    }

    private void reverse(ContributionId claim) {
        given.when(
                given.claire, new Reverse(claim, given.network, given.claire.member(), ReversalReason.MISTAKE, null));
    }

    private Award badge(Someone who, BadgeDefinitionId definition) {
        return Objects.requireNonNull(world.badge(who, definition));
    }

    @Test
    void a_validated_contribution_earns_a_badge_which_says_by_what() {
        var definition = world.fixture.defined(TWICE);
        var first = given.earns(nadia, 60);
        world.settle();
        assertThat(world.badgesOf(nadia)).isEmpty();
        var second = given.earns(nadia, 30);
        world.settle();
        var badge = badge(nadia, definition);
        assertThat(badge.earned()).extracting(e -> e.contribution()).containsExactlyInAnyOrder(first, second);
        assertThat(badge.standing()).isEqualTo(Standing.VALID);
        assertThat(badge.acceptance()).isEqualTo(Award.Acceptance.WAITING);
        assertThat(badge.shown()).isFalse();
        var why = world.boards.why(badge, TODAY);
        assertThat(why.meets()).isTrue();
        assertThat(why.standing()).hasSize(2);
        assertThat(why.gone()).isEmpty();
        assertThat(world.badgesOf(given.karim)).isEmpty();
    }

    @Test
    void a_badge_is_awarded_once_however_often_everything_is_looked_at() {
        world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        given.note();
        given.earns(nadia, 60);
        world.settle();
        assertThat(given.news(AwardEvent.class)).isEmpty();
        assertThat(world.badgesOf(nadia)).hasSize(1);
    }

    @Test
    void two_processes_that_react_at_once_award_once() throws Exception {
        world.fixture.defined(ONCE);
        var members = List.of(nadia, given.karim, given.jeanne);
        members.forEach(member -> given.earns(member, 60));
        world.follow();
        given.note();
        try (var other = given.secondProcess();
                var threads = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            var processes = List.of(world.awarding, world.awarding(other));
            var running = processes.stream()
                    .map(process -> threads.submit(() -> {
                        start.await();
                        return process.step();
                    }))
                    .toList();
            start.countDown();
            for (var one : running) {
                one.get();
            }
        }
        world.settle();
        assertThat(given.news(Awarded.class)).hasSize(3);
        assertThat(given.news(Awarded.class))
                .extracting(Awarded::member)
                .containsExactlyInAnyOrderElementsOf(
                        members.stream().map(Someone::member).toList());
    }

    @Test
    void a_process_that_stops_leaves_its_members_to_another() {
        var definition = world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.follow();
        world.reading.change(
                "update badge.due set leased_until = ?", given.clock.instant().plusSeconds(20));
        assertThat(world.awarding.step()).as("taken by another").isFalse();
        given.clock.advance(Duration.ofSeconds(30));
        world.settle();
        assertThat(badge(nadia, definition).earned()).hasSize(1);
    }

    @Test
    void a_reversal_that_breaks_a_rule_puts_the_badge_up_for_review_and_takes_nothing_away() {
        var definition = world.fixture.defined(TWICE);
        var first = given.earns(nadia, 60);
        given.earns(nadia, 30);
        world.settle();
        reverse(first);
        world.settle();
        var badge = badge(nadia, definition);
        assertThat(badge.standing()).isEqualTo(Standing.VALID);
        assertThat(Objects.requireNonNull(badge.review()).broken())
                .extracting(e -> e.contribution())
                .containsExactly(first);
        assertThat(world.awards.toReview(given.network, TODAY))
                .extracting(Award::award)
                .containsExactly(badge.award());
        var why = world.boards.why(badge, TODAY);
        assertThat(why.meets()).isFalse();
        assertThat(why.gone()).hasSize(1);
    }

    @Test
    void a_badge_that_a_coordinator_awarded_too_stands_by_itself_when_its_rule_breaks() {
        var definition = world.fixture.defined(ONCE, 6);
        var claim = given.earns(nadia, 60);
        world.settle();
        given.when(given.samir, world.fixture.byHand(definition, nadia, given.samir));
        reverse(claim);
        world.settle();
        assertThat(given.news(AwardedToo.class)).hasSize(1);
        assertThat(given.news(ReviewAsked.class)).isEmpty();
        assertThat(world.awards.toReview(given.network, TODAY)).isEmpty();
        given.clock.advance(Duration.ofDays(170));
        claimsToday(nadia);
        world.awarding.expiring();
        world.settle();
        assertThat(given.news(Renewed.class))
                .as("nobody is told that its rule is met")
                .isEmpty();
        given.when(nadia, new Accept(badge(nadia, definition).award(), given.network, nadia.member()));
        world.awarding.expiring();
        world.settle();
        assertThat(given.news(Renewed.class)).as("all of it is known now").hasSize(1);
    }

    @Test
    void a_reversal_that_leaves_the_rule_met_asks_nobody() {
        world.fixture.defined(ONCE);
        var first = given.earns(nadia, 60);
        given.earns(nadia, 30);
        world.settle();
        reverse(first);
        world.settle();
        assertThat(given.news(ReviewAsked.class)).isEmpty();
    }

    @Test
    void what_a_coordinator_upheld_is_not_asked_about_again_until_more_is_taken_back() {
        var definition = world.fixture.defined(TWICE);
        var first = given.earns(nadia, 60);
        var second = given.earns(nadia, 30);
        world.settle();
        reverse(first);
        world.settle();
        var award = badge(nadia, definition).award();
        given.when(given.samir, new Uphold(award, given.network, given.samir.member(), "Elle a fait."));
        given.claims(nadia, 15);
        world.settle();
        assertThat(given.news(ReviewAsked.class)).hasSize(1);
        assertThat(world.awards.toReview(given.network, TODAY)).isEmpty();
        reverse(second);
        world.settle();
        assertThat(given.news(ReviewAsked.class)).hasSize(2);
    }

    @Test
    void an_undo_that_is_validated_again_is_upheld_by_itself() {
        var definition = world.fixture.defined(ONCE);
        var claim = given.earns(nadia, 60);
        world.settle();
        given.when(given.claire, new Undo(claim, given.network, given.claire.member()));
        world.settle();
        assertThat(badge(nadia, definition).review()).isNotNull();
        given.when(given.claire, given.validate(claim, given.claire));
        world.settle();
        assertThat(badge(nadia, definition).review()).isNull();
        assertThat(given.news(Upheld.class)).hasSize(1);
        assertThat(given.news(Awarded.class)).hasSize(1);
        reverse(claim);
        world.settle();
        assertThat(badge(nadia, definition).review()).as("broken again").isNotNull();
    }

    @Test
    void a_changed_rule_takes_nothing_away_and_awards_those_who_now_meet_it() {
        var definition = world.fixture.defined(TWICE);
        given.earns(nadia, 60);
        given.earns(nadia, 60);
        given.earns(given.karim, 60);
        world.settle();
        revise(definition, 2, new BadgeRule.Count(9, Among.ALL, null));
        world.settle();
        assertThat(badge(nadia, definition).standing()).isEqualTo(Standing.VALID);
        assertThat(given.news(ReviewAsked.class)).isEmpty();
        assertThat(badge(nadia, definition).version()).isEqualTo(1);
        revise(definition, 3, ONCE);
        world.settle();
        assertThat(badge(given.karim, definition).version()).isEqualTo(3);
        assertThat(given.news(Awarded.class)).hasSize(2);
    }

    private void revise(BadgeDefinitionId definition, int version, BadgeRule rule) {
        given.when(given.claire, new Revise(definition, given.network, given.claire.member(), version, content(rule)));
    }

    @Test
    void a_retired_badge_is_earned_no_more() {
        var definition = world.fixture.defined(ONCE);
        given.when(given.claire, new Retire(definition, given.network, given.claire.member()));
        given.earns(nadia, 60);
        world.settle();
        assertThat(world.badgesOf(nadia)).isEmpty();
    }

    @Test
    void what_was_revoked_is_not_awarded_again_though_its_rule_is_met() {
        var definition = world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        given.when(given.samir, world.fixture.revoke(badge(nadia, definition).award()));
        given.earns(nadia, 60);
        world.settle();
        assertThat(badge(nadia, definition).standing()).isEqualTo(Standing.REVOKED);
        assertThat(Objects.requireNonNull(badge(nadia, definition).revocation()).published())
                .isEqualTo("Attribué par erreur.");
        assertThat(given.news(Awarded.class)).hasSize(1);
    }

    @Test
    void who_has_left_is_awarded_nothing() {
        given.earns(nadia, 60);
        given.when(nadia, new Leave(nadia.member(), given.network));
        var definition = world.fixture.defined(ONCE);
        world.settle();
        assertThat(world.badge(nadia, definition)).isNull();
        assertThat(given.news(Awarded.class)).isEmpty();
    }

    @Test
    void a_described_practice_becomes_a_badge_when_enough_people_endorse_it() {
        var definition = world.fixture.defined(new BadgeRule.Endorsements(2));
        var practice = RecognitionId.of(definition, nadia.member());
        given.when(nadia, new DescribePractice(definition, given.network, nadia.member(), "J'accompagne."));
        endorse(practice, given.karim);
        var organisation = given.organisation(given.karim);
        var forThem = new EndorsePractice(practice, given.network, given.karim.member(), organisation, "Oui.", null);
        given.when(given.karim, forThem);
        world.settle();
        assertThat(world.practices.find(given.network, practice, TODAY)).hasValueSatisfying(told -> {
            assertThat(told.endorsements()).hasSize(2);
            assertThat(told.people()).isEqualTo(1);
        });
        assertThat(world.badge(nadia, definition))
                .as("one person in two capacities")
                .isNull();
        endorse(practice, given.jeanne);
        world.settle();
        assertThat(badge(nadia, definition).recognition()).isEqualTo(practice);
        assertThat(badge(nadia, definition).endorsements())
                .hasSize(3)
                .allSatisfy(said -> assertThat(said.practice()).isEqualTo(practice));
        given.when(given.jeanne, new WithdrawEndorsement(practice, given.network, given.jeanne.member(), null));
        world.settle();
        assertThat(badge(nadia, definition).review()).isNotNull();
        assertThat(badge(nadia, definition).endorsements()).hasSize(2);
        endorse(practice, given.jeanne);
        world.settle();
        assertThat(badge(nadia, definition).review()).isNull();
    }

    private void endorse(RecognitionId practice, Someone by) {
        given.when(by, new EndorsePractice(practice, given.network, by.member(), null, "Oui.", null));
    }

    @Test
    void a_badge_ends_on_its_last_day_and_is_renewed_by_contributions_since() {
        var rule = new BadgeRule.Count(1, Among.ALL, Window.months(6));
        var definition = world.fixture.defined(rule, 6);
        given.earns(nadia, 60);
        world.settle();
        given.clock.advance(Duration.ofDays(170));
        world.awarding.expiring();
        world.settle();
        assertThat(given.news(Renewed.class)).as("nothing new since").isEmpty();
        claimsToday(nadia);
        world.awarding.expiring();
        world.settle();
        assertThat(given.news(Renewed.class)).hasSize(1);
        assertThat(badge(nadia, definition).expires()).isEqualTo(world.today().plusMonths(6));
        world.awarding.expiring();
        world.settle();
        assertThat(given.news(Renewed.class)).hasSize(1);
        given.clock.advance(Duration.ofDays(200));
        assertThat(badge(nadia, definition).standing()).isEqualTo(Standing.EXPIRED);
    }

    private void claimsToday(Someone who) {
        var claim = given.claims(who, ClaimedShare.plain(who.account(), WORKSHOP, Quantity.minutes(60), world.today()));
        given.when(given.claire, given.validate(claim, given.claire));
    }
}
