package org.maillage.badge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.BadgeFixture.content;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.badge.proof.KeyKind;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyAdded;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyRetired;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.Quantity;

/** An event that cannot be applied stops its network alone, until it can. */
class PoisonTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_network_waits_behind_an_event_that_cannot_be_applied_and_others_go_on() throws Exception {
        var elsewhere = world.given.elsewhere(null);
        world.follow();
        var inTheWay = BadgeDefinitionId.next();
        world.reading.change(
                "insert into badge.definition (definition, network, position, recorded_at) values (?, ?, 0, now())",
                inTheWay.value(),
                UUID.randomUUID());
        var claire = world.given.claire;
        world.given.when(claire, new Define(inTheWay, world.given.network, claire.member(), content(ONCE), null));
        world.given.earns(world.given.nadia, 60);
        world.given.when(
                elsewhere.coordinator(),
                new Define(
                        BadgeDefinitionId.next(),
                        elsewhere.network(),
                        elsewhere.coordinator().member(),
                        content(ONCE),
                        null));
        world.settle();

        assertThat(world.tables.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.network()).isEqualTo(world.given.network);
            assertThat(parked.event()).isEqualTo("badge.defined.1");
            assertThat(parked.cause()).contains("definition_pkey");
            assertThat(parked.waiting()).isGreaterThan(2);
        });
        assertThat(world.definitions.counted(elsewhere.network(), world.today()))
                .hasSize(1);
        assertThat(world.given.news(Awarded.class)).isEmpty();
        assertThat(world.tables.retry(world.given.network)).isFalse();

        world.reading.change("delete from badge.definition where definition = ?", inTheWay.value());
        assertThat(world.tables.retry(world.given.network)).isTrue();
        world.settle();
        assertThat(world.tables.parked()).isEmpty();
        assertThat(world.given.news(Awarded.class))
                .extracting(Awarded::member)
                .containsExactly(world.given.nadia.member());
    }

    @Test
    void whoever_signs_rests_while_the_tables_of_a_network_stand_still() {
        earns(world.given.nadia);
        world.fixture.defined(ONCE);
        world.settleAndSign();
        assertThat(world.issuerKeys.of(world.given.network)).hasSize(2);
        var names = Map.of(KeyKind.ED25519, IssuerKeyId.next(), KeyKind.RSA, IssuerKeyId.next());
        var renewal = world.issuing.keys().rotation(world.given.network, names::get);
        stand();
        renewal.subList(0, 3).forEach(world.given::system);
        world.settle();
        var signing = world.issuing(world.given.ledger).whenAwarded();
        world.given.note();
        assertThat(signing.step(world.position())).as("it knows of all").isZero();
        assertThat(signing.isIdle(world.position())).isTrue();
        assertThat(world.given.news()).isEmpty();
    }

    @Test
    void a_network_whose_tables_stand_still_before_they_know_its_keys_is_given_them_once() {
        earns(world.given.nadia);
        world.fixture.defined(ONCE);
        world.settle();
        stand();
        world.settle();
        world.given.note();
        assertThat(world.issuing.whenAwarded().step(world.position())).isPositive();
        assertThat(world.given.news(IssuerKeyAdded.class)).hasSize(2);
        world.settle();
        assertThat(world.issuing.whenAwarded().step(world.position())).isZero();
        assertThat(world.given.news(IssuerKeyAdded.class)).hasSize(2);
    }

    @Test
    void keys_that_were_replaced_are_retired_once_though_the_tables_of_their_network_stand_still() {
        earns(world.given.nadia);
        world.fixture.defined(ONCE);
        world.settleAndSign();
        var names = Map.of(KeyKind.ED25519, IssuerKeyId.next(), KeyKind.RSA, IssuerKeyId.next());
        world.given.clock.advance(Duration.ofHours(1));
        world.issuing
                .keys()
                .rotation(world.given.network, names::get)
                .subList(0, 2)
                .forEach(world.given::system);
        world.settle();
        stand();
        world.settle();
        assertThat(world.issuing.whenAwarded().step(world.position())).isEqualTo(2);
        world.settle();
        assertThat(world.issuing.whenAwarded().step(world.position())).isZero();
        assertThat(world.given.news(IssuerKeyRetired.class)).hasSize(2);
    }

    /** The next event of the network cannot be applied. */
    private void stand() {
        var inTheWay = BadgeDefinitionId.next();
        world.reading.change(
                "insert into badge.definition (definition, network, position, recorded_at) values (?, ?, 0, now())",
                inTheWay.value(),
                UUID.randomUUID());
        var claire = world.given.claire;
        world.given.when(claire, new Define(inTheWay, world.given.network, claire.member(), content(ONCE), null));
    }

    @Test
    void events_that_are_read_again_change_nothing() {
        earns(world.given.nadia);
        world.settle();
        var before = world.rows();
        world.reading.change("update badge.feed set position = 0");
        world.follow();
        assertThat(world.rows()).isEqualTo(before).isNotEmpty();
    }

    private void earns(Someone who) {
        var share = ClaimedShare.plain(who.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        var claim = ContributionId.next();
        world.given.when(who, world.given.submit(claim, who, share));
        world.given.when(world.given.claire, world.given.validate(claim, world.given.claire));
    }
}
