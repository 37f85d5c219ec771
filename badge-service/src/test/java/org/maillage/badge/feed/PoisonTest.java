package org.maillage.badge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.BadgeFixture.content;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
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
