package org.maillage.badge.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.REVIEWING;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.badge.rule.CountedShare;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.PlaceId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;

/** What claims leave as evidence: places, who confirms, who learned beside, how much was accepted. */
class EvidencesTest {

    private final World world = new World();
    private final LedgerFixture given = world.given;
    private final Someone nadia = given.nadia;

    @AfterEach
    void close() {
        world.close();
    }

    private static ClaimedShare share(Someone who, Where where, MemberId... companions) {
        return new ClaimedShare(
                ShareId.next(),
                who.account(),
                WORKSHOP,
                new Quantity(60, 30, 45, 0),
                TODAY,
                null,
                where,
                Payment.UNPAID,
                Capacity.MEMBER,
                null,
                Audience.NONE,
                List.of(),
                List.of(companions),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<CountedShare> evidence(Someone who) {
        world.settle();
        return world.evidences
                .of(given.network, who.member(), world.networks.now(given.network))
                .shares();
    }

    @Test
    void time_counts_with_preparation_and_without_travel_and_as_far_as_it_was_accepted() {
        var whole = share(nadia, Where.REMOTE);
        var less = share(given.karim, Where.REMOTE);
        var claim = given.claims(nadia, whole, less);
        given.when(given.karim, new ConfirmShare(claim, given.network, given.karim.member(), less.share()));
        var accepted = new Less(less.share(), Quantity.minutes(20), LessReason.TIME_TOO_LONG, null);
        given.when(given.claire, new Validate(claim, given.network, given.claire.member(), List.of(accepted)));
        assertThat(evidence(nadia)).extracting(CountedShare::minutes).containsExactly(90);
        assertThat(evidence(given.karim)).extracting(CountedShare::minutes).containsExactly(20);
    }

    @Test
    void a_place_is_the_registered_one_else_the_commune_and_nothing_at_a_distance() {
        var commune = new Commune(new InseeCode("51108"), 2025);
        var place = PlaceId.next();
        for (var where : List.of(new Where(commune, place, false), Where.in(commune), Where.REMOTE, Where.UNKNOWN)) {
            var claim = given.claims(nadia, share(nadia, where));
            given.when(given.claire, given.validate(claim, given.claire));
        }
        assertThat(evidence(nadia))
                .extracting(CountedShare::place)
                .containsExactlyInAnyOrder("place:" + place, "commune:51108", null, null);
    }

    @Test
    void others_who_confirm_their_share_or_attest_confirm_it_and_companions_are_those_who_learned() {
        var own = share(nadia, Where.REMOTE, given.jeanne.member());
        var other = ClaimedShare.plain(given.karim.account(), REVIEWING, Quantity.minutes(30), TODAY);
        var claim = given.claims(nadia, own, other);
        given.when(given.karim, new ConfirmShare(claim, given.network, given.karim.member(), other.share()));
        given.when(given.jeanne, new Attest(claim, given.network, given.jeanne.member(), "J'y étais."));
        given.when(given.samir, new Attest(claim, given.network, given.samir.member(), null));
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(evidence(nadia)).singleElement().satisfies(share -> {
            assertThat(share.confirmedBy())
                    .containsExactlyInAnyOrder(given.karim.member(), given.jeanne.member(), given.samir.member());
            assertThat(share.companions()).isEqualTo(Set.of(given.jeanne.member()));
            assertThat(share.outside()).isTrue();
        });
        assertThat(evidence(given.karim))
                .singleElement()
                .satisfies(share -> assertThat(share.confirmedBy()).doesNotContain(given.karim.member()));
    }

    @Test
    void a_companion_who_attests_earns_the_member_a_badge_that_asks_for_one() {
        var definition = world.fixture.defined(new BadgeRule.CompanionEndorsement(1));
        var claim = given.claims(nadia, share(nadia, Where.REMOTE, given.jeanne.member()));
        given.when(given.claire, given.validate(claim, given.claire));
        world.settle();
        assertThat(world.badge(nadia, definition)).isNull();
        var again = given.claims(nadia, share(nadia, Where.REMOTE, given.jeanne.member()));
        given.when(given.jeanne, new Attest(again, given.network, given.jeanne.member(), null));
        given.when(given.claire, given.validate(again, given.claire));
        world.settle();
        assertThat(world.badge(nadia, definition)).isNotNull();
    }

    @Test
    void an_outcome_within_ones_own_organisation_confirms_nothing_from_outside() {
        given.organisation(nadia, given.claire);
        var definition = world.fixture.defined(new BadgeRule.ConfirmedBy(1, Among.ALL, null));
        var claim = given.claims(nadia, share(nadia, Where.REMOTE));
        given.when(given.samir, new Attest(claim, given.network, given.samir.member(), null));
        given.when(given.claire, given.validate(claim, given.claire));
        assertThat(evidence(nadia))
                .singleElement()
                .satisfies(share -> assertThat(share.outside()).isFalse());
        assertThat(world.badge(nadia, definition)).isNull();
    }
}
