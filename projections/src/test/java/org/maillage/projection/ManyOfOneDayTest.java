package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Story.Part;
import org.maillage.projection.queue.LookCloser;

/** Many claims of a person and day, one by one: what each tells of the others is not judged anew of all each time. */
class ManyOfOneDayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ListFeed feed = new ListFeed();
    private final Story story = Story.inNewNetwork(feed, 31);
    private final MemberId nadia = story.joined("Nadia Exemple");
    private final MemberId claire = story.coordinator("Claire Modèle");

    /** A claim as the rule sees it. */
    private record Claim(
            ContributionId id,
            LocalDate day,
            int minutes,
            @Nullable LocalTime start,
            @Nullable String evidence) {

        boolean overlaps(Claim other) {
            return start != null
                    && other.start != null
                    && day.equals(other.day)
                    && start.isBefore(other.start.plusMinutes(other.minutes))
                    && other.start.isBefore(start.plusMinutes(minutes));
        }
    }

    @Test
    void each_says_what_the_rule_says_of_all_that_stand() {
        var random = new Random(7);
        var standing = new ArrayList<Claim>();
        Map<LookCloser, Integer> seen = new EnumMap<>(LookCloser.class);
        try (var open = OpenViews.over(feed)) {
            for (int i = 0; i < 130; i++) {
                standing.add(claim(random));
                if (random.nextInt(12) == 0) {
                    story.decline(
                            standing.remove(random.nextInt(standing.size())).id(), claire);
                }
                if (random.nextInt(5) == 0) {
                    open.caughtUp();
                }
                if (i == 64) {
                    compare(open.caughtUp(), standing, seen);
                }
            }
        }
        try (var again = OpenViews.over(feed)) {
            compare(again.caughtUp(), standing, seen);
        }
        assertThat(standing).hasSizeGreaterThan(100);
        assertThat(seen)
                .containsOnlyKeys(LookCloser.LONG_DAY, LookCloser.OVERLAPPING_TIMES, LookCloser.POSSIBLE_DUPLICATE)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(20));
    }

    private Claim claim(Random random) {
        var day = DAY.minusDays(random.nextInt(2));
        int minutes = 1 + random.nextInt(25);
        var start = random.nextInt(3) == 0 ? LocalTime.of(8 + random.nextInt(9), random.nextInt(60)) : null;
        // Few say the same of what proves them, so that for long some are alone with it.
        var evidence = random.nextInt(3) == 0 ? "https://exemple.fr/" + random.nextInt(40) : null;
        var part = Part.of(nadia, WORKSHOP, Quantity.minutes(minutes), day);
        var id = story.claim(nadia, evidence, null, start == null ? part : part.from(start));
        return new Claim(id, day, minutes, start, evidence);
    }

    private void compare(Projections views, List<Claim> standing, Map<LookCloser, Integer> seen) {
        for (var claim : standing) {
            var item = views.queue().item(story.network, claim.id(), AsOf.NOW).orElseThrow();
            assertThat(Set.copyOf(item.reasons())).as("%s", claim).isEqualTo(reasons(claim, standing));
            item.reasons().forEach(reason -> seen.merge(reason, 1, Integer::sum));
        }
    }

    private static Set<LookCloser> reasons(Claim claim, List<Claim> standing) {
        var reasons = EnumSet.noneOf(LookCloser.class);
        int minutes = standing.stream()
                .filter(other -> other.day().equals(claim.day()))
                .mapToInt(Claim::minutes)
                .sum();
        if (minutes > 12 * 60) {
            reasons.add(LookCloser.LONG_DAY);
        }
        for (var other : standing) {
            if (!other.id().equals(claim.id())) {
                if (claim.overlaps(other)) {
                    reasons.add(LookCloser.OVERLAPPING_TIMES);
                }
                if (claim.evidence() != null && claim.evidence().equals(other.evidence())) {
                    reasons.add(LookCloser.POSSIBLE_DUPLICATE);
                }
            }
        }
        return reasons;
    }
}
