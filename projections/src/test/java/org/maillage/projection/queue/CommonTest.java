package org.maillage.projection.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.projection.AsOf;
import org.maillage.projection.contribution.DayRow;
import org.maillage.projection.queue.ClueRow.Sort;

class CommonTest {

    private static final UUID NETWORK = new UUID(0, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID[] HELPERS = {new UUID(0, 2), new UUID(0, 3)};

    /** Each share beside each other one, as the rule says it. */
    @Test
    void what_is_found_for_all_claims_at_once_is_what_each_share_beside_each_other_tells() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Map<LookCloser, Integer> found = new EnumMap<>(LookCloser.class);
        for (int round = 0; round < 3_000; round++) {
            if (random.nextInt(3) == 0) {
                var shares = ofDay(random);
                var common = Common.ofDay(shares);
                claims().forEach(id ->
                        compare(common.about(id), oneOfDay(id, shares), found, "seed %d, %s of %s", seed, id, shares));
            } else {
                var shares = shares(random.nextBoolean() ? Sort.EVIDENCE : Sort.PAIR, random);
                var common = Common.of(shares);
                claims().forEach(id ->
                        compare(common.about(id), one(id, shares), found, "seed %d, %s of %s", seed, id, shares));
            }
        }
        assertThat(found)
                .containsOnlyKeys(
                        LookCloser.LONG_DAY,
                        LookCloser.OVERLAPPING_TIMES,
                        LookCloser.POSSIBLE_DUPLICATE,
                        LookCloser.RECIPROCAL)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(100));
    }

    private static Stream<UUID> claims() {
        return LongStream.range(0, 6).mapToObj(claim -> new UUID(1, claim));
    }

    private static void compare(
            Set<LookCloser> actual,
            Set<LookCloser> expected,
            Map<LookCloser, Integer> found,
            String where,
            Object... parts) {
        assertThat(actual).as(where, parts).isEqualTo(expected);
        expected.forEach(reason -> found.merge(reason, 1, Integer::sum));
    }

    private static List<DayRow> ofDay(Random random) {
        var shares = new ArrayList<DayRow>();
        for (int i = random.nextInt(7); i > 0; i--) {
            int preparation = random.nextInt(3);
            shares.add(new DayRow(
                    NETWORK,
                    new UUID(1, random.nextInt(5)),
                    new UUID(2, i),
                    AsOf.FOREVER,
                    "member/" + HELPERS[0],
                    DAY,
                    random.nextInt(4) == 0 ? null : LocalTime.of(0, random.nextInt(8)),
                    random.nextInt(4) + " " + preparation + " 0 0",
                    random.nextInt(4) > 0 ? null : random.nextInt(4) + " 1 0 0",
                    random.nextInt(5) > 0,
                    random.nextInt(400),
                    i));
        }
        return shares;
    }

    private static Set<LookCloser> oneOfDay(UUID claim, List<DayRow> shares) {
        var reasons = EnumSet.noneOf(LookCloser.class);
        var standing = shares.stream().filter(DayRow::takesTime).toList();
        for (var own : standing) {
            if (!own.contribution().equals(claim)) {
                continue;
            }
            if (standing.stream().mapToInt(DayRow::minutes).sum() > 12 * 60) {
                reasons.add(LookCloser.LONG_DAY);
            }
            for (var other : standing) {
                if (!other.share().equals(own.share()) && overlap(own, other)) {
                    reasons.add(LookCloser.OVERLAPPING_TIMES);
                }
            }
        }
        return reasons;
    }

    private static boolean overlap(DayRow one, DayRow other) {
        var from = one.fromMinute();
        var otherFrom = other.fromMinute();
        return from != null
                && otherFrom != null
                && from < otherFrom + other.session()
                && otherFrom < from + one.session();
    }

    private static List<ClueRow> shares(Sort sort, Random random) {
        var shares = new ArrayList<ClueRow>();
        for (int i = random.nextInt(7); i > 0; i--) {
            shares.add(new ClueRow(
                    NETWORK,
                    new UUID(0, 4),
                    new UUID(1, random.nextInt(5)),
                    new UUID(2, i),
                    sort,
                    DAY.plusDays(sort == Sort.PAIR ? random.nextInt(50) : 0),
                    sort == Sort.PAIR ? HELPERS[random.nextInt(2)] : null,
                    random.nextInt(5) > 0,
                    i));
        }
        return shares;
    }

    private static Set<LookCloser> one(UUID claim, List<ClueRow> shares) {
        var reasons = EnumSet.noneOf(LookCloser.class);
        var standing = shares.stream().filter(ClueRow::standing).toList();
        for (var own : standing) {
            if (!own.contribution().equals(claim)) {
                continue;
            }
            for (var other : standing) {
                if (!other.contribution().equals(claim) && own.sort() == Sort.EVIDENCE) {
                    reasons.add(LookCloser.POSSIBLE_DUPLICATE);
                }
                if (!other.contribution().equals(claim)
                        && own.sort() == Sort.PAIR
                        && !Objects.equals(own.helper(), other.helper())
                        && Math.abs(own.day().toEpochDay() - other.day().toEpochDay()) <= 30) {
                    reasons.add(LookCloser.RECIPROCAL);
                }
            }
        }
        return reasons;
    }
}
