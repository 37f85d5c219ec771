package org.maillage.badge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.badge.rule.RandomEvidence.KINDS;
import static org.maillage.badge.rule.RandomEvidence.TODAY;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maillage.badge.rule.Verdict.Met;
import org.maillage.badge.rule.Verdict.Missing;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.ShareId;

/** Whatever the rule and the evidence: what is said of them is true, and said for the right reasons. */
class RulesPropertyTest {

    private static final int CASES = 20_000;

    @Test
    void a_verdict_is_what_a_naive_reading_says_and_is_earned_by_its_shares_alone() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var given = new RandomEvidence(seed);
        int met = 0;
        int near = 0;
        for (int i = 0; i < CASES; i++) {
            var rule = given.rule(3);
            var evidence = given.evidence();
            var verdict = Rules.evaluate(rule, evidence, TODAY);
            assertThat(verdict.isMet())
                    .as("%s over %s, seed %s", rule, evidence, seed)
                    .isEqualTo(Naive.meets(rule, evidence, TODAY));
            switch (verdict) {
                case Met(List<CountedShare> shares) -> {
                    met++;
                    earnedBy(rule, evidence, shares);
                }
                case Missing(Lack lack) -> trueLack(lack, evidence);
            }
            near += isNear(rule, evidence) ? 1 : 0;
        }
        assertThat(met).isBetween(CASES / 10, CASES * 9 / 10);
        assertThat(near).isGreaterThan(CASES / 50);
    }

    private static void earnedBy(BadgeRule rule, Evidence evidence, List<CountedShare> shares) {
        assertThat(evidence.shares()).containsAll(shares);
        assertThat(shares).isSortedAccordingTo(CountedShare.BY_DAY).doesNotHaveDuplicates();
        var alone = Evidence.of(shares).endorsed(evidence.endorsements());
        assertThat(Naive.meets(rule, alone, TODAY))
                .as("%s by %s alone", rule, shares)
                .isTrue();
    }

    /** Each part that is missing says how much there is, and that is too little. */
    private static void trueLack(Lack lack, Evidence evidence) {
        switch (lack) {
            case Lack.All(List<Lack> lacks) -> lacks.forEach(inner -> trueLack(inner, evidence));
            case Lack.Any(List<Lack> lacks) -> lacks.forEach(inner -> trueLack(inner, evidence));
            case Lack.Part part -> {
                assertThat(part.missing()).isPositive();
                assertThat(part.had()).isEqualTo(Naive.had(asRule(part), evidence, TODAY));
            }
        }
    }

    private static BadgeRule asRule(Lack.Part part) {
        int wanted = (int) part.wanted();
        return switch (part.what()) {
            case CONTRIBUTIONS -> new BadgeRule.Count(wanted, part.among(), part.within());
            case MINUTES -> new BadgeRule.Hours(wanted, part.among(), part.within());
            case MONTHS -> new BadgeRule.SpreadOverMonths(wanted, part.among(), part.within());
            case PEOPLE -> new BadgeRule.ConfirmedBy(wanted, part.among(), part.within());
            case PLACES -> new BadgeRule.Places(wanted, part.among(), part.within());
            case ROLES -> new BadgeRule.Variety(wanted, part.within());
            case COMPANIONS -> new BadgeRule.CompanionEndorsement(wanted);
            case ENDORSEMENTS -> new BadgeRule.Endorsements(wanted);
            case DECISION -> new BadgeRule.ByHand();
        };
    }

    /** Near is never met already, and never true of what one contribution cannot bring. */
    private static boolean isNear(BadgeRule rule, Evidence evidence) {
        var kinds = KINDS.stream().collect(Collectors.toMap(Function.identity(), RandomEvidence::weights));
        boolean near = Rules.isNear(rule, evidence, TODAY, kinds);
        if (near) {
            assertThat(Naive.meets(rule, evidence, TODAY)).isFalse();
        }
        if (rule instanceof BadgeRule.ByHand || rule instanceof BadgeRule.Endorsements) {
            assertThat(near).isFalse();
        }
        if (rule instanceof BadgeRule.Variety variety) {
            assertThat(near).isEqualTo(missingRoles(variety, evidence));
        }
        return near;
    }

    /** One contribution brings a role, or the two of «watch». */
    private static boolean missingRoles(BadgeRule.Variety variety, Evidence evidence) {
        return KINDS.stream().anyMatch(kind -> {
            var more = evidence.and(new CountedShare(
                    ContributionId.next(),
                    ShareId.next(),
                    kind,
                    RandomEvidence.weights(kind),
                    TODAY,
                    1,
                    null,
                    false,
                    Set.of(),
                    Set.of()));
            return !Naive.meets(variety, evidence, TODAY) && Naive.meets(variety, more, TODAY);
        });
    }
}
