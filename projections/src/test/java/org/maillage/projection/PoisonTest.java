package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Story.Part;

/** An event that cannot be applied stops its network and nothing else. */
class PoisonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void a_poison_event_parks_only_its_network_and_is_later_applied_in_order() {
        var feed = new ListFeed();
        var ill = Story.inNewNetwork(feed, 1);
        var well = Story.inNewNetwork(feed, 2);
        try (var open = OpenViews.over(feed)) {
            open.vault().spoil("Nom illisible");
            var member = ill.joined("Nom illisible");
            ill.at("2026-03-03T08:00:00Z").rename(member, "Nadia Exemple");
            well.at("2026-03-03T08:00:00Z");
            var coordinator = ill.coordinator("Claire Modèle");
            var claim = ill.claim(member, Part.of(member, WORKSHOP, Quantity.minutes(60), DAY));
            ill.validate(claim, coordinator);
            var other = well.joined("Éric Témoin");
            well.claim(other, Part.of(other, WORKSHOP, Quantity.minutes(60), DAY));
            var views = open.caughtUp();

            assertThat(views.members().find(ill.network, member, AsOf.NOW)).isEmpty();
            assertThat(views.members().find(ill.network, coordinator, AsOf.NOW)).isEmpty();
            assertThat(views.members().find(well.network, other, AsOf.NOW)).isPresent();
            assertThat(views.contributions()
                            .ofMember(well.network, other, AsOf.NOW, null, 10)
                            .items())
                    .hasSize(1);
            assertThat(views.parked()).hasSize(1);
            var parked = views.parked().getFirst();
            assertThat(parked.network()).isEqualTo(ill.network);
            assertThat(parked.event()).isEqualTo("Invited");
            assertThat(parked.cause()).contains("0x00");
            assertThat(parked.waiting()).isEqualTo(9);

            assertThat(views.retryParked(ill.network)).as("still ill").isFalse();
            assertThat(views.parked().getFirst().waiting()).isEqualTo(9);

            open.vault().heal();
            assertThat(views.retryParked(ill.network)).isTrue();

            assertThat(views.parked()).isEmpty();
            assertThat(views.members()
                            .find(ill.network, member, AsOf.NOW)
                            .orElseThrow()
                            .name())
                    .isEqualTo("Nadia Exemple");
            assertThat(views.accounts().balance(ill.network, AccountId.of(member), AsOf.NOW))
                    .isEqualTo(ill.balance(AccountId.of(member)));
            assertThat(ill.balance(AccountId.of(member)).available()).isEqualTo(Mailles.whole(2));
            assertSameAsRebuilt(open);
        }
    }

    @Test
    void an_event_that_a_fold_refuses_is_parked_and_the_network_waits_behind_it() throws Exception {
        var feed = new ListFeed();
        var ill = Story.inNewNetwork(feed, 3);
        var well = Story.inNewNetwork(feed, 4);
        try (var open = OpenViews.over(feed)) {
            ill.append(new NetworkEvent.CoordinatorAppointed(ill.network, new MemberId(ill.id()), null));
            var later = ill.joined("Nadia Exemple");
            var other = well.joined("Éric Témoin");
            var views = open.caughtUp();

            assertThat(views.parked()).extracting(Parked::event).containsExactly("CoordinatorAppointed");
            assertThat(views.parked().getFirst().waiting()).isEqualTo(3);
            assertThat(views.members().find(ill.network, later, AsOf.NOW)).isEmpty();
            assertThat(views.members().find(well.network, other, AsOf.NOW)).isPresent();
            assertThat(views.retryParked(ill.network)).isFalse();

            var rebuilt = views.rebuild().get(60, TimeUnit.SECONDS);

            assertThat(rebuilt.stage()).isEqualTo(Progress.Stage.DONE);
            assertThat(views.parked()).extracting(Parked::waiting).containsExactly(3L);
            assertThat(views.members().find(ill.network, later, AsOf.NOW)).isEmpty();
            assertThat(views.members().find(well.network, other, AsOf.NOW)).isPresent();
        }
    }

    @Test
    void a_rebuild_parks_a_row_that_the_database_refuses_and_goes_on() throws Exception {
        var feed = new ListFeed();
        var ill = Story.inNewNetwork(feed, 5);
        var well = Story.inNewNetwork(feed, 6);
        try (var open = OpenViews.over(feed)) {
            var member = ill.joined("Nom illisible");
            var other = well.joined("Éric Témoin");
            var views = open.caughtUp();
            open.vault().spoil("Nom illisible");

            var rebuilt = views.rebuild().get(60, TimeUnit.SECONDS);

            assertThat(rebuilt.failure()).isNull();
            assertThat(views.parked()).extracting(Parked::network).containsExactly(ill.network);
            assertThat(views.members().find(ill.network, member, AsOf.NOW)).isEmpty();
            assertThat(views.members().find(well.network, other, AsOf.NOW)).isPresent();
        }
    }

    @Test
    void a_member_whose_key_is_destroyed_has_no_name_and_everything_else() {
        var feed = new ListFeed();
        var story = Story.inNewNetwork(feed, 7);
        try (var open = OpenViews.over(feed)) {
            var member = story.joined("Nadia Exemple");
            var views = open.caughtUp();
            assertThat(views.members().names(story.network, List.of(member))).containsValue("Nadia Exemple");

            open.vault().destroy("Nadia Exemple");
            views.forget(story.network, member);

            assertThat(views.members()
                            .find(story.network, member, AsOf.NOW)
                            .orElseThrow()
                            .name())
                    .isEmpty();
            assertThat(views.members()
                            .all(
                                    story.network,
                                    new org.maillage.projection.member.MemberFilter("nadia", null, null),
                                    AsOf.NOW,
                                    null,
                                    10)
                            .items())
                    .isEmpty();
            assertSameAsRebuilt(open);
        }
    }

    private static void assertSameAsRebuilt(OpenViews open) {
        var live = Tables.of(open.database());
        var progress = open.views().rebuild().join();
        assertThat(progress.failure()).isNull();
        Tables.assertSame(Tables.of(open.database()), live);
    }
}
