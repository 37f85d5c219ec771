package org.maillage.projection.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
            var sort = List.of(Sort.DAY, Sort.EVIDENCE, Sort.PAIR).get(random.nextInt(3));
            var shares = shares(sort, random);
            var common = new Common(shares);
            for (long claim = 0; claim < 6; claim++) {
                var id = new UUID(1, claim);
                var expected = one(id, shares);
                assertThat(common.about(id))
                        .as("seed %d, %s of %s", seed, id, shares)
                        .isEqualTo(expected);
                expected.forEach(reason -> found.merge(reason, 1, Integer::sum));
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

    private static List<ClueRow> shares(Sort sort, Random random) {
        var shares = new ArrayList<ClueRow>();
        for (int i = random.nextInt(7); i > 0; i--) {
            Integer from = random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(8));
            shares.add(new ClueRow(
                    NETWORK,
                    new UUID(0, 4),
                    new UUID(1, random.nextInt(5)),
                    new UUID(2, i),
                    sort,
                    DAY.plusDays(sort == Sort.PAIR ? random.nextInt(50) : 0),
                    random.nextInt(400),
                    from,
                    from == null ? null : Integer.valueOf(from + random.nextInt(4)),
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
            if (own.sort() == Sort.DAY
                    && standing.stream().mapToInt(ClueRow::minutes).sum() > 12 * 60) {
                reasons.add(LookCloser.LONG_DAY);
            }
            for (var other : standing) {
                if (own.sort() == Sort.DAY && !other.share().equals(own.share()) && own.overlaps(other)) {
                    reasons.add(LookCloser.OVERLAPPING_TIMES);
                }
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
