package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.COMMIT;
import static org.maillage.projection.Story.WATCH;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Story.Part;
import org.maillage.projection.portrait.Portrait;
import org.maillage.projection.portrait.PortraitEvidence;

/** Rule 13. */
class PortraitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ListFeed feed = new ListFeed();
    private final Story story = Story.inNewNetwork(feed, 41);
    private final MemberId nadia = story.joined("Nadia Exemple");
    private final MemberId claire = story.coordinator("Claire Modèle");

    private ContributionId validated(KindCode kind, LocalDate day, int size) {
        var quantity = kind.equals(COMMIT) ? Quantity.units(size) : Quantity.minutes(size);
        var claim = story.claim(nadia, Part.of(nadia, kind, quantity, day));
        story.validate(claim, claire);
        return claim;
    }

    private Portrait portrait(Projections views) {
        return views.portraits().portrait(story.network, nadia, DAY, AsOf.NOW);
    }

    @Test
    void a_day_and_kind_count_once_whatever_the_minutes() {
        validated(WORKSHOP, DAY, 30);
        validated(WORKSHOP, DAY, 300);
        validated(WATCH, DAY, 10);
        try (var open = OpenViews.over(feed)) {
            var whole = portrait(open.caughtUp()).allTime();
            assertThat(whole.days()).isEqualTo(2);
            assertThat(whole.shares())
                    .containsEntry(Role.LEAD, 5_000)
                    .containsEntry(Role.INVENT, 2_500)
                    .containsEntry(Role.SPREAD, 2_500)
                    .containsEntry(Role.EQUIP, 0)
                    .containsOnlyKeys(Role.values());
            assertThat(whole.evidence()).containsEntry(Role.INVENT, 1).containsEntry(Role.TEST, 0);
        }
    }

    @Test
    void shares_always_sum_to_the_whole() {
        validated(WORKSHOP, DAY, 30);
        validated(WATCH, DAY, 30);
        validated(COMMIT, DAY, 1);
        try (var open = OpenViews.over(feed)) {
            var whole = portrait(open.caughtUp()).allTime();
            var shares = whole.shares();
            // 10,000 / 3, 15,000 / 3, 5,000 / 3: the remainders are 1/3, 0 and 2/3
            assertThat(shares)
                    .containsEntry(Role.LEAD, 3_333)
                    .containsEntry(Role.INVENT, 5_000)
                    .containsEntry(Role.SPREAD, 1_667);
            assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(10_000);
            // As people read them: 33.3 %, 50 % and 16.7 %
            assertThat(whole.tenths())
                    .containsEntry(Role.LEAD, 333)
                    .containsEntry(Role.INVENT, 500)
                    .containsEntry(Role.SPREAD, 167)
                    .containsOnlyKeys(Role.values());
        }
    }

    @Test
    void tenths_of_a_percent_sum_to_the_whole_where_each_rounded_alone_would_not() {
        // 16.67 %, 66.67 % and 16.67 %: to the tenth, each alone, 100.1 %.
        validated(WORKSHOP, DAY, 30);
        for (int day = 0; day < 3; day++) {
            validated(COMMIT, DAY.minusDays(day), 1);
        }
        validated(WATCH, DAY, 30);
        validated(WATCH, DAY.minusDays(1), 30);
        try (var open = OpenViews.over(feed)) {
            assertThat(portrait(open.caughtUp()).allTime().tenths())
                    .containsEntry(Role.LEAD, 167)
                    .containsEntry(Role.INVENT, 667)
                    .containsEntry(Role.SPREAD, 166)
                    .containsEntry(Role.TEST, 0)
                    .containsOnlyKeys(Role.values());
        }
    }

    @Test
    void when_one_of_two_is_reversed_the_other_of_the_same_day_and_kind_counts() {
        var first = validated(WORKSHOP, DAY, 30);
        var second = validated(WORKSHOP, DAY, 60);
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(evidence(views)).containsExactly(first);
            story.takeBack(first, claire, false);
            open.caughtUp();
            assertThat(evidence(views)).containsExactly(second);
            assertThat(portrait(views).allTime().days()).isEqualTo(1);
            story.takeBack(second, claire, true);
            open.caughtUp();
            assertThat(evidence(views)).isEmpty();
            assertThat(portrait(views).allTime().days()).isZero();
            assertThat(portrait(views).allTime().shares().values()).containsOnly(0);
        }
    }

    private java.util.List<ContributionId> evidence(Projections views) {
        return views
                .portraits()
                .evidence(story.network, nadia, Role.LEAD, null, DAY, AsOf.NOW, null, 10)
                .items()
                .stream()
                .map(PortraitEvidence::contribution)
                .toList();
    }

    @Test
    void twelve_months_end_with_the_day_asked_through_and_all_time_has_no_beginning() {
        validated(WORKSHOP, DAY, 30);
        validated(COMMIT, DAY.minusMonths(12).plusDays(1), 1);
        validated(WATCH, DAY.minusMonths(12), 30);
        validated(WATCH, DAY.plusDays(1), 30);
        try (var open = OpenViews.over(feed)) {
            var portrait = portrait(open.caughtUp());
            assertThat(portrait.twelveMonths().from()).isEqualTo(LocalDate.of(2025, 3, 2));
            assertThat(portrait.twelveMonths().shares())
                    .containsEntry(Role.LEAD, 5_000)
                    .containsEntry(Role.INVENT, 5_000);
            assertThat(portrait.allTime().days()).isEqualTo(3);
        }
    }

    @Test
    void as_of_a_day_only_what_was_validated_by_its_end_counts() {
        validated(WORKSHOP, DAY, 30);
        story.at("2026-03-05T09:00:00Z");
        validated(WATCH, DAY, 30);
        try (var open = OpenViews.over(feed)) {
            var portraits = open.caughtUp().portraits();
            assertThat(portraits
                            .portrait(story.network, nadia, DAY, LocalDate.of(2026, 3, 4))
                            .allTime()
                            .days())
                    .isEqualTo(1);
            assertThat(portraits
                            .portrait(story.network, nadia, DAY, LocalDate.of(2026, 3, 5))
                            .allTime()
                            .days())
                    .isEqualTo(2);
        }
    }

    @Test
    void the_evidence_of_a_role_is_paged_newest_day_first() {
        for (int i = 0; i < 5; i++) {
            validated(WATCH, DAY.minusDays(i), 30);
            validated(WORKSHOP, DAY.minusDays(i), 30);
        }
        try (var open = OpenViews.over(feed)) {
            var portraits = open.caughtUp().portraits();
            var first = portraits.evidence(story.network, nadia, Role.SPREAD, null, DAY, AsOf.NOW, null, 3);
            var second = portraits.evidence(story.network, nadia, Role.SPREAD, null, DAY, AsOf.NOW, first.next(), 3);
            assertThat(first.items())
                    .extracting(PortraitEvidence::day)
                    .containsExactly(DAY, DAY.minusDays(1), DAY.minusDays(2));
            assertThat(second.items())
                    .extracting(PortraitEvidence::day)
                    .containsExactly(DAY.minusDays(3), DAY.minusDays(4));
            assertThat(second.next()).isNull();
        }
    }
}
