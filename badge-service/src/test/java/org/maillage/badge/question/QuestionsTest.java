package org.maillage.badge.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.BadgeFixture.content;
import static org.maillage.ledger.LedgerFixture.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.badge.AwardCommand.WithdrawAwardEndorsement;
import org.maillage.ledger.badge.DefinitionCommand.Revise;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RecognitionId;

/** What pages ask about badges, now and as of a day. */
class QuestionsTest {

    private static final LocalDate NOW = LocalDate.of(9999, 12, 30);

    private final World world = new World();
    private final LedgerFixture given = world.given;
    private final Someone nadia = given.nadia;
    private final NetworkId network = given.network;

    @AfterEach
    void close() {
        world.close();
    }

    private Award badge(BadgeDefinitionId definition) {
        return Objects.requireNonNull(world.badge(nadia, definition));
    }

    private void nextDay() {
        given.clock.advance(Duration.ofDays(1));
    }

    @Test
    void what_was_so_on_a_day_stays_what_it_was() {
        var definition = world.fixture.defined(ONCE);
        nextDay();
        var claim = given.earns(nadia, 60);
        world.settle();
        nextDay();
        given.when(given.claire, new Reverse(claim, network, given.claire.member(), ReversalReason.MISTAKE, null));
        world.settle();
        var award = badge(definition).award();
        nextDay();
        given.when(given.samir, world.fixture.revoke(award));
        world.settle();
        nextDay();

        assertThat(world.awards.find(network, award, TODAY)).isEmpty();
        assertThat(world.awards.find(network, award, TODAY.plusDays(1))).hasValueSatisfying(then -> {
            assertThat(then.standing()).isEqualTo(Standing.VALID);
            assertThat(then.review()).isNull();
            assertThat(world.boards.why(then, TODAY.plusDays(1)).meets()).isTrue();
            assertThat(world.boards.why(then, TODAY.plusDays(2)).meets()).isFalse();
        });
        assertThat(world.awards.find(network, award, TODAY.plusDays(2)))
                .hasValueSatisfying(then -> assertThat(then.review()).isNotNull());
        assertThat(world.awards.toReview(network, TODAY.plusDays(2))).hasSize(1);
        assertThat(world.awards.toReview(network, NOW)).isEmpty();
        assertThat(badge(definition).standing()).isEqualTo(Standing.REVOKED);
        var before = world.boards.of(network, nadia.member(), TODAY);
        assertThat(before.awards()).isEmpty();
        assertThat(before.open()).hasSize(1);
        assertThat(world.definitions.counted(network, TODAY.plusDays(2)))
                .singleElement()
                .satisfies(counted -> {
                    assertThat(counted.counts().awarded()).isEqualTo(1);
                    assertThat(counted.counts().reviewed()).isEqualTo(1);
                    assertThat(counted.counts().revoked()).isZero();
                });
        assertThat(world.definitions.counted(network, NOW)).singleElement().satisfies(counted -> {
            assertThat(counted.counts().awarded()).isZero();
            assertThat(counted.counts().revoked()).isEqualTo(1);
        });
    }

    @Test
    void which_badges_end_soon_is_asked_by_the_days_of_their_network() {
        var definition = world.fixture.defined(ONCE, 6);
        given.earns(nadia, 60);
        world.settle();
        var last = Objects.requireNonNull(badge(definition).expires());
        var paris = ZoneId.of("Europe/Paris");
        var lastBegins = last.atStartOfDay(paris).toInstant();
        var lastEnds = last.plusDays(1).atStartOfDay(paris).toInstant();

        assertThat(world.awards.ending(lastEnds.minusSeconds(1), 0)).hasSize(1);
        assertThat(world.awards.ending(lastBegins, 0))
                .singleElement()
                .satisfies(ending -> assertThat(ending.expires()).isEqualTo(last));
        assertThat(world.awards.ending(lastEnds, 30)).as("it has ended").isEmpty();
        assertThat(world.awards.ending(lastBegins.minusSeconds(1), 0)).isEmpty();
        assertThat(world.awards.ending(lastBegins.minusSeconds(1), 1)).hasSize(1);
    }

    @Test
    void a_code_shows_a_badge_while_its_member_shows_it() {
        var definition = world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        var code = badge(definition).code();
        var award = badge(definition).award();
        assertThat(world.awards.shown(code)).isEmpty();
        assertThat(world.awards.byCode(code)).isPresent();
        given.when(nadia, new Accept(award, network, nadia.member()));
        given.when(nadia, new Publish(award, network, nadia.member()));
        world.settle();
        assertThat(world.awards.shown(code)).hasValueSatisfying(shown -> {
            assertThat(shown.award()).isEqualTo(award);
            assertThat(shown.acceptance()).isEqualTo(Award.Acceptance.ACCEPTED);
        });
        assertThat(world.definitions.counted(network, NOW)).singleElement().satisfies(counted -> {
            assertThat(counted.counts().accepted()).isEqualTo(1);
            assertThat(counted.counts().shown()).isEqualTo(1);
        });
        given.when(given.samir, world.fixture.revoke(award));
        world.settle();
        assertThat(world.awards.shown(code))
                .hasValueSatisfying(shown -> assertThat(shown.standing()).isEqualTo(Standing.REVOKED));
        given.when(nadia, new Unpublish(award, network, nadia.member()));
        world.settle();
        assertThat(world.awards.shown(code)).isEmpty();
    }

    @Test
    void a_suspended_badge_says_so_until_it_counts_again_and_endorsements_come_and_go() {
        var definition = world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        var award = badge(definition).award();
        given.when(given.samir, new Suspend(award, network, given.samir.member(), "À voir."));
        given.when(given.karim, new EndorseAward(award, network, given.karim.member(), null, "Elle écoute."));
        world.settle();
        assertThat(badge(definition).standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(badge(definition).endorsements()).singleElement().satisfies(endorsement -> {
            assertThat(endorsement.words()).isEqualTo("Elle écoute.");
            assertThat(endorsement.by()).isEqualTo(given.karim.member());
        });
        given.when(given.samir, new Reinstate(award, network, given.samir.member()));
        given.when(given.karim, new WithdrawAwardEndorsement(award, network, given.karim.member(), null));
        world.settle();
        assertThat(badge(definition).standing()).isEqualTo(Standing.VALID);
        assertThat(badge(definition).endorsements()).isEmpty();
    }

    @Test
    void awards_of_a_badge_that_others_know_of_are_told_in_the_order_of_the_journal_some_at_a_time() {
        var definition = world.fixture.defined(ONCE);
        for (var someone : List.of(given.karim, nadia, given.jeanne)) {
            given.earns(someone, 60);
            world.settle();
        }
        assertThat(world.awards.known(network, definition, NOW, null, 2)).isEmpty();
        assertThat(world.awards.kept(network, definition, NOW)).isEqualTo(3);
        for (var someone : List.of(given.jeanne, nadia, given.karim)) {
            var award = AwardId.of(definition, someone.member());
            given.when(someone, new Accept(award, network, someone.member()));
        }
        world.settle();
        assertThat(world.awards.kept(network, definition, NOW)).isZero();
        var first = world.awards.known(network, definition, NOW, null, 2);
        assertThat(first).extracting(Award::member).containsExactly(given.karim.member(), nadia.member());
        assertThat(first).extracting(Award::number).containsExactly(0L, 1L);
        assertThat(world.awards.known(network, definition, NOW, first.getLast().award(), 2))
                .extracting(Award::member)
                .containsExactly(given.jeanne.member());
        assertThat(world.awards.known(NetworkId.next(), definition, NOW, null, 2))
                .isEmpty();
    }

    @Test
    void neither_order_nor_pages_tell_who_had_a_badge_before_it_was_awarded_to_them_too() {
        var definition = world.fixture.defined(ONCE);
        given.earns(given.jeanne, 60);
        given.earns(nadia, 60);
        world.settle();
        var hidden = AwardId.of(definition, nadia.member());
        assertThat(world.awards.isKnown(network, hidden, NOW)).isFalse();
        var listed = List.of(given.karim, nadia, given.samir, given.jeanne);
        for (var someone : listed) {
            given.when(given.claire, world.fixture.byHand(definition, someone, given.claire));
        }
        world.settle();
        assertThat(world.awards.isKnown(network, hidden, NOW)).isTrue();
        assertThat(world.awards.isKnown(NetworkId.next(), hidden, NOW)).isFalse();
        var told = new ArrayList<Award>();
        for (var page = page(definition, null); !page.isEmpty(); page = page(definition, told.getLast())) {
            assertThat(page).hasSize(1);
            told.addAll(page);
        }
        assertThat(told)
                .extracting(Award::member)
                .as("one on each page, as they were listed")
                .containsExactlyElementsOf(listed.stream().map(Someone::member).toList());
        given.when(nadia, new Accept(hidden, network, nadia.member()));
        world.settle();
        assertThat(page(definition, null))
                .as("all of it is known now")
                .extracting(Award::award)
                .containsExactly(hidden);
    }

    private List<Award> page(BadgeDefinitionId definition, @Nullable Award after) {
        return world.awards.known(network, definition, NOW, after == null ? null : after.award(), 1);
    }

    @Test
    void an_award_keeps_the_version_that_earned_it() {
        var definition = world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        var harder = content(new BadgeRule.Count(40, Among.ALL, null));
        given.when(given.claire, new Revise(definition, network, given.claire.member(), 2, harder));
        world.settle();
        assertThat(badge(definition).content().rule()).isEqualTo(ONCE);
        assertThat(world.definitions.find(network, definition, NOW)).hasValueSatisfying(found -> {
            assertThat(found.content()).isEqualTo(harder);
            assertThat(found.versions()).hasSize(2);
            assertThat(found.content(1).rule()).isEqualTo(ONCE);
        });
        assertThat(world.definitions.find(NetworkId.next(), definition, NOW)).isEmpty();
    }

    @Test
    void a_preview_counts_who_would_have_a_badge_and_who_is_near() {
        given.earns(nadia, 60);
        given.earns(nadia, 60);
        given.earns(nadia, 60);
        given.earns(given.karim, 60);
        given.earns(given.karim, 60);
        given.earns(given.jeanne, 60);
        world.settle();
        var preview = world.previews.of(network, new BadgeRule.Count(3, Among.ALL, null), null);
        assertThat(preview).isEqualTo(new Previews.Preview(1, 1, 3));
        // Samir was endorsed and contributed nothing: the rule of another badge counts him nowhere, its own counts him.
        var endorsed = world.fixture.defined(new BadgeRule.Endorsements(1));
        var practice = RecognitionId.of(endorsed, given.samir.member());
        given.when(given.samir, new DescribePractice(endorsed, network, given.samir.member(), "J’aide."));
        given.when(given.karim, new EndorsePractice(practice, network, given.karim.member(), null, null, null));
        given.note();
        world.follow();
        assertThat(world.previews.of(network, ONCE, endorsed)).isEqualTo(new Previews.Preview(3, 0, 3));
        assertThat(world.previews.of(network, new BadgeRule.Endorsements(1), endorsed))
                .isEqualTo(new Previews.Preview(1, 0, 4));
        var byHand = new BadgeRule.AllOf(List.of(ONCE, new BadgeRule.ByHand()));
        assertThat(world.previews.of(network, byHand, null)).isEqualTo(new Previews.Preview(0, 0, 3));
        assertThat(world.previews.of(NetworkId.next(), ONCE, null)).isEqualTo(new Previews.Preview(0, 0, 0));
        assertThat(given.news(BadgeEvent.class)).isEmpty();
    }
}
