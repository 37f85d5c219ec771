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
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private final List<Claim> waiting = new ArrayList<>();
    private final List<Claim> appealed = new ArrayList<>();
    private final List<Claim> validated = new ArrayList<>();
    private final List<Claim> declined = new ArrayList<>();
    private final Map<String, Integer> happened = new TreeMap<>();

    /** A claim as the rule sees it. */
    private record Claim(
            ContributionId id,
            LocalDate day,
            int minutes,
            int session,
            @Nullable LocalTime start,
            @Nullable String evidence) {

        Claim of(int corrected, int withPeople) {
            return new Claim(id, day, corrected, withPeople, start, evidence);
        }

        boolean overlaps(Claim other) {
            return start != null
                    && other.start != null
                    && day.equals(other.day)
                    && start.isBefore(other.start.plusMinutes(other.session))
                    && other.start.isBefore(start.plusMinutes(session));
        }
    }

    @Test
    void each_that_waits_says_what_the_rule_says_of_all_that_stand() {
        var random = new Random(7);
        Map<LookCloser, Integer> seen = new EnumMap<>(LookCloser.class);
        try (var open = OpenViews.over(feed)) {
            for (int i = 0; i < 180; i++) {
                waiting.add(claim(random));
                if (random.nextInt(2) == 0) {
                    happens(random);
                }
                if (random.nextInt(5) == 0) {
                    open.caughtUp();
                }
                if (i % 90 == 89) {
                    compare(open.caughtUp(), seen);
                }
            }
        }
        try (var again = OpenViews.over(feed)) {
            compare(again.caughtUp(), seen);
        }
        assertThat(waiting).hasSizeGreaterThan(80);
        assertThat(happened)
                .hasSize(6)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(3));
        assertThat(seen)
                .containsOnlyKeys(
                        LookCloser.LONG_DAY,
                        LookCloser.OVERLAPPING_TIMES,
                        LookCloser.POSSIBLE_DUPLICATE,
                        LookCloser.APPEAL_WAITING)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(3));
    }

    /** Something befalls one of the claims, and changes what it tells of others or does not. */
    private void happens(Random random) {
        var claim = waiting.get(random.nextInt(waiting.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                story.decline(claim.id(), claire);
                moved("declined", claim, waiting, declined);
            }
            case 1 -> {
                story.validate(claim.id(), claire);
                moved("validated", claim, waiting, validated);
            }
            case 2 -> {
                // Half of the time as long in all, of which less with people.
                int minutes = random.nextBoolean() ? claim.minutes() : 1 + random.nextInt(25);
                int session = random.nextInt(minutes + 1);
                story.correct(claim.id(), 0, new Quantity(session, minutes - session, 0, 0));
                waiting.set(waiting.indexOf(claim), claim.of(minutes, session));
                happened.merge("corrected", 1, Integer::sum);
            }
            case 3 -> {
                if (!declined.isEmpty()) {
                    var back = declined.getFirst();
                    story.appeal(back.id(), nadia);
                    moved("appealed", back, declined, appealed);
                }
            }
            case 4 -> {
                if (!validated.isEmpty()) {
                    var back = validated.getFirst();
                    story.takeBack(back.id(), claire, true);
                    moved("undone", back, validated, waiting);
                }
            }
            default -> {
                if (!validated.isEmpty()) {
                    var gone = validated.getLast();
                    story.takeBack(gone.id(), claire, false);
                    moved("reversed", gone, validated, new ArrayList<>());
                }
            }
        }
    }

    private void moved(String what, Claim claim, List<Claim> from, List<Claim> to) {
        assertThat(from.remove(claim)).isTrue();
        to.add(claim);
        happened.merge(what, 1, Integer::sum);
    }

    private Claim claim(Random random) {
        var day = DAY.minusDays(random.nextInt(2));
        int minutes = 1 + random.nextInt(25);
        var start = random.nextInt(3) == 0 ? LocalTime.of(8 + random.nextInt(9), random.nextInt(60)) : null;
        // Few say the same of what proves them, so that for long some are alone with it.
        var evidence = random.nextInt(3) == 0 ? "https://exemple.fr/" + random.nextInt(40) : null;
        var part = Part.of(nadia, WORKSHOP, Quantity.minutes(minutes), day);
        var id = story.claim(nadia, evidence, null, start == null ? part : part.from(start));
        return new Claim(id, day, minutes, minutes, start, evidence);
    }

    private void compare(Projections views, Map<LookCloser, Integer> seen) {
        var standing =
                Stream.of(waiting, appealed, validated).flatMap(List::stream).toList();
        for (var claim : Stream.concat(waiting.stream(), appealed.stream()).toList()) {
            var item = views.queue().item(story.network, claim.id(), AsOf.NOW).orElseThrow();
            var expected = reasons(claim, standing);
            if (appealed.contains(claim)) {
                expected.add(LookCloser.APPEAL_WAITING);
            }
            assertThat(Set.copyOf(item.reasons())).as("%s", claim).isEqualTo(expected);
            item.reasons().forEach(reason -> seen.merge(reason, 1, Integer::sum));
        }
    }

    private static EnumSet<LookCloser> reasons(Claim claim, List<Claim> standing) {
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
