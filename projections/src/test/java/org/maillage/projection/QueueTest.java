package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.COMMIT;
import static org.maillage.projection.Story.WATCH;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Story.Part;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.queue.LookCloser;
import org.maillage.projection.queue.QueueFilter;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;

class QueueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ListFeed feed = new ListFeed();
    private final Story story = Story.inNewNetwork(feed, 31);
    private final MemberId nadia = story.joined("Nadia Exemple");
    private final MemberId eric = story.joined("Éric Témoin");
    private final MemberId claire = story.coordinator("Claire Modèle");

    private Part workshop(MemberId member, int minutes) {
        return Part.of(member, WORKSHOP, Quantity.minutes(minutes), DAY);
    }

    private QueueItem item(Projections views, ContributionId claim) {
        return views.queue().item(story.network, claim, AsOf.NOW).orElseThrow();
    }

    @Test
    void a_claim_is_ready_once_everyone_cited_has_confirmed() {
        var alone = story.claim(nadia, workshop(nadia, 60));
        var together = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(60), DAY), workshop(eric, 60));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(item(views, alone).tab()).isEqualTo(Tab.READY);
            assertThat(item(views, together).tab()).isEqualTo(Tab.LOOK_CLOSER);
            assertThat(item(views, together).reasons()).containsExactly(LookCloser.SHARE_NOT_CONFIRMED);
            story.confirm(together, 1);
            open.caughtUp();
            assertThat(item(views, together).tab()).isEqualTo(Tab.READY);
            assertThat(item(views, together).reasons()).isEmpty();
            story.deny(together, 1);
            open.caughtUp();
            assertThat(item(views, together).reasons()).containsExactly(LookCloser.SHARE_DENIED);
        }
    }

    @Test
    void above_twelve_hours_of_one_day_every_waiting_claim_of_that_day_is_looked_at() {
        var morning = story.claim(nadia, workshop(nadia, 400));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(item(views, morning).tab()).isEqualTo(Tab.READY);
            var evening = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(321), DAY));
            open.caughtUp();
            assertThat(item(views, morning).reasons()).containsExactly(LookCloser.LONG_DAY);
            assertThat(item(views, evening).reasons()).containsExactly(LookCloser.LONG_DAY);
            story.withdraw(evening, nadia);
            open.caughtUp();
            assertThat(item(views, morning).tab()).isEqualTo(Tab.READY);
            assertThat(item(views, evening).tab()).isEqualTo(Tab.DONE);
        }
    }

    @Test
    void the_same_evidence_of_a_member_and_kind_and_overlapping_times_are_looked_at() {
        var one = story.claim(
                nadia, "https://exemple.fr/1", null, workshop(nadia, 60).from(LocalTime.of(9, 0)));
        var same = story.claim(
                nadia, "https://exemple.fr/1", null, workshop(nadia, 60).from(LocalTime.of(14, 0)));
        var other = story.claim(
                eric, "https://exemple.fr/1", null, workshop(eric, 60).from(LocalTime.of(9, 30)));
        var over = story.claim(
                nadia, Part.of(nadia, WATCH, Quantity.minutes(60), DAY).from(LocalTime.of(9, 59)));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(item(views, one).reasons())
                    .containsExactly(LookCloser.POSSIBLE_DUPLICATE, LookCloser.OVERLAPPING_TIMES);
            assertThat(item(views, same).reasons()).containsExactly(LookCloser.POSSIBLE_DUPLICATE);
            assertThat(item(views, over).reasons()).containsExactly(LookCloser.OVERLAPPING_TIMES);
            assertThat(item(views, other).tab()).isEqualTo(Tab.READY);
            story.decline(one, claire);
            open.caughtUp();
            assertThat(item(views, same).tab()).isEqualTo(Tab.READY);
            assertThat(item(views, over).tab()).isEqualTo(Tab.READY);
        }
    }

    @Test
    void members_who_name_each_other_are_looked_at() {
        var there = story.claim(nadia, workshop(nadia, 60).helping(eric));
        var back = story.claim(eric, workshop(eric, 60).helping(nadia));
        var elsewhere = story.claim(
                nadia, Part.of(nadia, WATCH, Quantity.minutes(60), DAY).helping(claire));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(item(views, there).reasons()).containsExactly(LookCloser.RECIPROCAL);
            assertThat(item(views, back).reasons()).containsExactly(LookCloser.RECIPROCAL);
            assertThat(item(views, elsewhere).tab()).isEqualTo(Tab.READY);
        }
    }

    @Test
    void a_claim_that_another_one_corrects_is_looked_at_and_the_correction_is_not() {
        var old = story.claim(nadia, workshop(nadia, 30));
        var decided = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(60), DAY.minusDays(3)));
        story.decline(decided, claire);
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(item(views, old).tab()).isEqualTo(Tab.READY);
            var correction = story.claim(nadia, null, old, workshop(nadia, 60));
            story.claim(nadia, null, decided, Part.of(nadia, WATCH, Quantity.minutes(30), DAY.minusDays(3)));
            open.caughtUp();
            assertThat(item(views, old).reasons()).containsExactly(LookCloser.REPLACED);
            assertThat(item(views, old).tab()).isEqualTo(Tab.LOOK_CLOSER);
            assertThat(item(views, correction).tab()).isEqualTo(Tab.READY);
            assertThat(item(views, decided).tab()).isEqualTo(Tab.DONE);
            story.ask(old, claire);
            story.answer(old, nadia);
            open.caughtUp();
            assertThat(item(views, old).reasons()).containsExactly(LookCloser.REPLACED);
            story.withdraw(old, nadia);
            open.caughtUp();
            assertThat(item(views, old).tab()).isEqualTo(Tab.DONE);
        }
        try (var again = OpenViews.over(feed)) {
            assertThat(item(again.caughtUp(), old).reasons()).isEmpty();
        }
    }

    @Test
    void a_text_is_looked_for_in_titles_and_places_too_and_counts_follow_it() {
        var one = story.claim(nadia, workshop(nadia, 30));
        var done = story.claim(eric, workshop(eric, 30));
        story.validate(done, claire);
        try (var open = OpenViews.over(feed)) {
            var queue = open.caughtUp().queue();
            var title = new QueueFilter(null, null, "TITR");
            assertThat(ids(queue.items(story.network, Tab.READY, title, AsOf.NOW, null, 9)))
                    .containsExactly(one);
            assertThat(ids(queue.items(story.network, Tab.DONE, title, AsOf.NOW, null, 9)))
                    .containsExactly(done);
            var looked = queue.page(story.network, Tab.READY, title, claire, null, 9);
            assertThat(ids(looked.items())).containsExactly(one);
            assertThat(looked.waiting()).containsEntry(Tab.READY, 1L).doesNotContainKey(Tab.DONE);
            var decided = queue.page(story.network, Tab.DONE, title, claire, null, 9);
            assertThat(ids(decided.items())).containsExactly(done);
            assertThat(decided.waiting()).isEqualTo(looked.waiting());
            var nothing = new QueueFilter(null, null, "zz");
            assertThat(queue.page(story.network, Tab.READY, nothing, claire, null, 9)
                            .waiting())
                    .containsEntry(Tab.READY, 0L);
            assertThat(queue.items(story.network, Tab.READY, nothing, AsOf.NOW, null, 9)
                            .items())
                    .isEmpty();
            var where = new QueueFilter(null, null, "zz", Set.of("51108"), null);
            assertThat(ids(queue.items(story.network, Tab.READY, where, AsOf.NOW, null, 9)))
                    .containsExactly(one);
        }
    }

    @Test
    void questions_decisions_and_appeals_move_an_item_between_tabs() {
        var claim = story.claim(nadia, workshop(nadia, 60));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            story.ask(claim, claire);
            open.caughtUp();
            assertThat(item(views, claim).tab()).isEqualTo(Tab.CLARIFICATION_ASKED);
            story.answer(claim, nadia);
            open.caughtUp();
            assertThat(item(views, claim).tab()).isEqualTo(Tab.READY);
            story.decline(claim, claire);
            open.caughtUp();
            assertThat(item(views, claim).tab()).isEqualTo(Tab.DONE);
            assertThat(item(views, claim).decidedBy()).isEqualTo(claire);
            story.appeal(claim, nadia);
            open.caughtUp();
            assertThat(item(views, claim).reasons()).containsExactly(LookCloser.APPEAL_WAITING);
            story.ask(claim, claire);
            story.answer(claim, nadia);
            open.caughtUp();
            assertThat(item(views, claim).reasons()).containsExactly(LookCloser.APPEAL_WAITING);
            story.validate(claim, claire);
            story.takeBack(claim, claire, true);
            open.caughtUp();
            assertThat(item(views, claim).tab()).isEqualTo(Tab.LOOK_CLOSER);
            assertThat(item(views, claim).decidedBy()).isNull();
        }
    }

    @Test
    void tabs_are_filtered_by_kind_role_and_name_and_paged_oldest_first() {
        var claims = new ArrayList<ContributionId>();
        for (int i = 0; i < 5; i++) {
            claims.add(story.claim(nadia, Part.of(nadia, COMMIT, Quantity.units(1), DAY.minusDays(i))));
        }
        var watch = story.claim(eric, Part.of(eric, WATCH, Quantity.minutes(60), DAY));
        try (var open = OpenViews.over(feed)) {
            var queue = open.caughtUp().queue();
            var kind = new QueueFilter(COMMIT, null, null);
            assertThat(queue.counts(story.network, QueueFilter.ALL, AsOf.NOW))
                    .containsEntry(Tab.READY, 6L)
                    .containsEntry(Tab.DONE, 0L)
                    .hasSize(4);
            assertThat(queue.counts(story.network, kind, AsOf.NOW)).containsEntry(Tab.READY, 5L);
            assertThat(ids(queue.items(
                            story.network, Tab.READY, new QueueFilter(null, Role.SPREAD, null), AsOf.NOW, null, 9)))
                    .containsExactly(watch);
            assertThat(ids(queue.items(
                            story.network, Tab.READY, new QueueFilter(null, null, "eric"), AsOf.NOW, null, 9)))
                    .containsExactly(watch);
            var called = new QueueFilter(null, null, "eric", Set.of(), COMMIT);
            assertThat(queue.page(story.network, Tab.READY, called, claire, null, 9)
                            .waiting())
                    .as("by the name of a member, and of a kind")
                    .containsEntry(Tab.READY, 6L);
            assertThat(ids(queue.items(story.network, Tab.READY, called, AsOf.NOW, null, 9)))
                    .hasSize(6)
                    .contains(watch);
            var seen = new ArrayList<ContributionId>();
            String cursor = null;
            do {
                var page = queue.items(story.network, Tab.READY, kind, AsOf.NOW, cursor, 2);
                seen.addAll(ids(page));
                cursor = page.next();
            } while (cursor != null);
            assertThat(seen).isEqualTo(claims);
            long all = Long.MAX_VALUE;
            assertThat(ids(queue.ofKind(story.network, Tab.READY, COMMIT, claire, all, all, 3)))
                    .isEqualTo(claims.subList(0, 3));
            var second = queue.item(story.network, claims.get(1), AsOf.NOW).orElseThrow();
            assertThat(ids(queue.ofKind(story.network, Tab.READY, COMMIT, claire, second.submitted(), all, 3)))
                    .isEqualTo(claims.subList(0, 2));
            assertThat(ids(queue.ofKind(story.network, Tab.READY, COMMIT, claire, all, second.position(), 3)))
                    .isEqualTo(claims.subList(0, 2));
            assertThat(queue.countsByKind(story.network, Tab.READY, AsOf.NOW))
                    .containsEntry(COMMIT, 5L)
                    .containsEntry(WATCH, 1L);
            assertThat(queue.item(story.network, watch, AsOf.NOW).orElseThrow().roles())
                    .isEqualTo(Set.of(Role.INVENT, Role.SPREAD));
        }
    }

    @Test
    void what_is_of_a_coordinator_stands_after_what_they_may_decide_and_in_no_bulk_of_theirs() {
        var own = new ArrayList<ContributionId>();
        for (int i = 0; i < 3; i++) {
            own.add(story.claim(claire, Part.of(claire, COMMIT, Quantity.units(1), DAY.minusDays(i))));
        }
        var cited = story.claim(nadia, Part.of(claire, COMMIT, Quantity.units(1), DAY.minusDays(4)));
        story.confirm(cited, 0);
        own.add(cited);
        var others = new ArrayList<ContributionId>();
        for (int i = 0; i < 4; i++) {
            others.add(story.claim(nadia, Part.of(nadia, COMMIT, Quantity.units(1), DAY.minusDays(i))));
        }
        try (var open = OpenViews.over(feed)) {
            var queue = open.caughtUp().queue();
            var all = new ArrayList<>(others);
            all.addAll(own);
            for (int limit = 1; limit <= 9; limit++) {
                var seen = new ArrayList<ContributionId>();
                String cursor = null;
                do {
                    var page = queue.page(story.network, Tab.READY, QueueFilter.ALL, claire, cursor, limit);
                    assertThat(page.waiting()).containsEntry(Tab.READY, 8L);
                    assertThat(page.items().items()).isNotEmpty();
                    seen.addAll(ids(page.items()));
                    cursor = page.items().next();
                } while (cursor != null);
                assertThat(seen).as("by %d", limit).isEqualTo(all);
            }
            long max = Long.MAX_VALUE;
            assertThat(ids(queue.ofKind(story.network, Tab.READY, COMMIT, claire, max, max, 9)))
                    .isEqualTo(others);
            assertThat(ids(queue.itemsFor(story.network, Tab.READY, QueueFilter.ALL, nadia, null, 3)))
                    .isEqualTo(own.subList(0, 3));
            assertThat(ids(queue.items(story.network, Tab.READY, QueueFilter.ALL, AsOf.NOW, null, 5)))
                    .isEqualTo(List.of(own.get(0), own.get(1), own.get(2), cited, others.getFirst()));
        }
    }

    @Test
    void the_queue_of_a_day_is_the_one_of_its_end() {
        var claim = story.claim(nadia, workshop(nadia, 60));
        story.at("2026-03-04T09:00:00Z").validate(claim, claire);
        try (var open = OpenViews.over(feed)) {
            var queue = open.caughtUp().queue();
            assertThat(queue.counts(story.network, QueueFilter.ALL, LocalDate.of(2026, 3, 1)))
                    .containsEntry(Tab.READY, 0L);
            assertThat(queue.counts(story.network, QueueFilter.ALL, LocalDate.of(2026, 3, 3)))
                    .containsEntry(Tab.READY, 1L);
            assertThat(queue.counts(story.network, QueueFilter.ALL, LocalDate.of(2026, 3, 4)))
                    .containsEntry(Tab.READY, 0L)
                    .containsEntry(Tab.DONE, 1L);
        }
    }

    @Test
    void five_thousand_waiting_claims_are_read_page_by_page_while_others_decide() {
        var claims = new ArrayList<ContributionId>();
        for (int i = 0; i < 5_000; i++) {
            var member = i % 2 == 0 ? nadia : eric;
            claims.add(story.claim(member, Part.of(member, WORKSHOP, Quantity.minutes(60), DAY.minusDays(i))));
        }
        try (var open = OpenViews.over(feed)) {
            var queue = open.caughtUp().queue();
            assertThat(queue.waiting(story.network)).containsEntry(Tab.READY, 5_000L);
            var seen = new ArrayList<ContributionId>();
            String cursor = null;
            do {
                var page = queue.items(story.network, Tab.READY, QueueFilter.ALL, AsOf.NOW, cursor, 100);
                assertThat(page.items()).hasSize(100);
                seen.addAll(ids(page));
                cursor = page.next();
                if (seen.size() == 200) {
                    story.validate(claims.getFirst(), claire);
                    open.caughtUp();
                }
            } while (cursor != null);
            assertThat(seen).isEqualTo(claims);
            assertThat(queue.waiting(story.network))
                    .containsEntry(Tab.READY, 4_999L)
                    .doesNotContainKey(Tab.DONE);
        }
    }

    @Test
    void the_pace_is_that_of_what_was_decided_and_of_what_waits() {
        story.at("2026-03-01T08:00:00Z");
        var quick = story.claim(nadia, workshop(nadia, 60));
        var slow = story.claim(eric, workshop(eric, 60));
        var early = story.claim(eric, Part.of(eric, WATCH, Quantity.minutes(60), DAY));
        story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(60), DAY));
        story.at("2026-03-02T08:00:00Z").validate(early, claire);
        story.at("2026-03-03T08:00:00Z").validate(quick, claire);
        story.at("2026-03-05T08:00:00Z").decline(slow, claire);
        try (var open = OpenViews.over(feed)) {
            var pace = open.caughtUp().queue().pace(story.network, Instant.parse("2026-03-03T00:00:00Z"));
            assertThat(pace.done()).isEqualTo(2);
            assertThat(pace.median()).isNotNull().isBetween(Duration.ofHours(71), Duration.ofHours(73));
            assertThat(pace.waitingSince()).isNotNull().isBetween("2026-03-01T07:59:00Z", "2026-03-01T08:10:00Z");
            var none = open.caughtUp().queue().pace(story.network, Instant.parse("2026-04-01T00:00:00Z"));
            assertThat(none.done()).isZero();
            assertThat(none.median()).isNull();
        }
    }

    @Test
    void claims_of_a_page_are_read_at_once_with_what_proves_them() {
        var proved = story.claim(nadia, "https://exemple.fr/1", null, workshop(nadia, 60));
        var bare = story.claim(eric, workshop(eric, 30));
        try (var open = OpenViews.over(feed)) {
            var claims = open.caughtUp().contributions();
            var asked = List.of(proved, bare, ContributionId.next());
            assertThat(claims.summaries(story.network, asked))
                    .extracting(ContributionSummary::contribution)
                    .containsExactlyInAnyOrder(proved, bare);
            assertThat(claims.evidenceTypes(story.network, asked))
                    .containsOnlyKeys(proved)
                    .containsEntry(proved, List.of(Evidence.Type.LINK));
            assertThat(claims.summaries(story.network, List.of())).isEmpty();
        }
    }

    private static List<ContributionId> ids(Page<QueueItem> page) {
        return ids(page.items());
    }

    private static List<ContributionId> ids(List<QueueItem> items) {
        return items.stream().map(QueueItem::contribution).toList();
    }
}
