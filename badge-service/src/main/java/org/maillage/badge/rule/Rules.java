package org.maillage.badge.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.rule.Lack.Part;
import org.maillage.badge.rule.Lack.What;
import org.maillage.badge.rule.Verdict.Met;
import org.maillage.badge.rule.Verdict.Missing;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;

/**
 * Reads the rules of badges: pure, so that the same evidence on the same day always says the same. Nothing that a member
 * was given, and no amount of mailles, enters (rule 6).
 */
public final class Rules {

    /** Minutes of the one more contribution by which somebody is near: three hours. */
    static final int ORDINARY = 180;

    private static final String ELSEWHERE = "elsewhere";
    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 1));

    private Rules() {}

    /**
     * Whether a rule is met.
     *
     * @param on the day that is asked about: later days do not count, and windows end on it
     */
    public static Verdict evaluate(BadgeRule rule, Evidence evidence, LocalDate on) {
        return switch (rule) {
            case BadgeRule.Count(int wanted, Among among, Window within) -> {
                var seen = new HashSet<ContributionId>();
                yield gather(new Asked(What.CONTRIBUTIONS, wanted, 1, among, within), evidence, on, (share, _) -> {
                    seen.add(share.contribution());
                    return seen.size();
                });
            }
            case BadgeRule.Hours(int minutes, Among among, Window within) ->
                gather(new Asked(What.MINUTES, minutes, RoleWeights.WHOLE, among, within), evidence, on, new Summing());
            case BadgeRule.SpreadOverMonths(int months, Among among, Window within) ->
                different(
                        new Asked(What.MONTHS, months, 1, among, within),
                        evidence,
                        on,
                        share -> Set.of(YearMonth.from(share.day())));
            case BadgeRule.ConfirmedBy(int people, Among among, Window within) ->
                different(
                        new Asked(What.PEOPLE, people, 1, among, within),
                        evidence,
                        on,
                        share -> share.outside() ? share.confirmedBy() : Set.of());
            case BadgeRule.Places(int places, Among among, Window within) ->
                different(new Asked(What.PLACES, places, 1, among, within), evidence, on, share -> {
                    var place = share.place();
                    return place == null ? Set.of() : Set.of(place);
                });
            case BadgeRule.Variety(int roles, Window within) ->
                different(
                        new Asked(What.ROLES, roles, 1, Among.ALL, within),
                        evidence,
                        on,
                        share -> share.weights().basisPoints().keySet());
            case BadgeRule.CompanionEndorsement(int companions) ->
                different(
                        new Asked(What.COMPANIONS, companions, 1, Among.ALL, null),
                        evidence,
                        on,
                        CountedShare::companions);
            case BadgeRule.Endorsements(int wanted) ->
                evidence.endorsements() >= wanted
                        ? new Met(List.of())
                        : missing(What.ENDORSEMENTS, wanted, evidence.endorsements());
            case BadgeRule.ByHand() -> missing(What.DECISION, 1, 0);
            case BadgeRule.AllOf(List<BadgeRule> rules) -> all(rules, evidence, on);
            case BadgeRule.AnyOf(List<BadgeRule> rules) -> any(rules, evidence, on);
        };
    }

    /**
     * Whether one more contribution would do: today, of three hours, of one of these kinds, at a new place, confirmed by
     * somebody new who learned from it. False where the rule is met already.
     *
     * @param kinds what could be contributed, by the weights of its kind
     */
    public static boolean isNear(BadgeRule rule, Evidence evidence, LocalDate on, Map<KindCode, RoleWeights> kinds) {
        if (evaluate(rule, evidence, on).isMet()) {
            return false;
        }
        return kinds.entrySet().stream()
                .anyMatch(kind -> evaluate(rule, evidence.and(one(kind.getKey(), kind.getValue(), on)), on)
                        .isMet());
    }

    private static CountedShare one(KindCode kind, RoleWeights weights, LocalDate day) {
        var id = new UUID(-1, -1);
        return new CountedShare(
                new ContributionId(id),
                new ShareId(id),
                kind,
                weights,
                day,
                ORDINARY,
                ELSEWHERE,
                true,
                Set.of(SOMEBODY),
                Set.of(SOMEBODY));
    }

    /** What a rule asks for; {@code unit} is how many of what is counted make one of what is wanted. */
    private record Asked(
            What what,
            long wanted,
            long unit,
            Among among,
            @Nullable Window within) {

        /** How much of a share counts, in basis points. */
        int weight(CountedShare share, LocalDate on) {
            boolean early = within != null && share.day().isBefore(within.first(on));
            return (early || share.day().isAfter(on)) ? 0 : among.weight(share.kind(), share.weights());
        }
    }

    /** What there is once one more share is counted. */
    private interface Counting {
        long after(CountedShare share, int weight);
    }

    private static final class Summing implements Counting {
        private long sum;

        @Override
        public long after(CountedShare share, int weight) {
            sum += (long) share.minutes() * weight;
            return sum;
        }
    }

    /** What of a share may differ from what was counted before it. */
    private interface Naming {
        Set<?> of(CountedShare share);
    }

    private static Verdict different(Asked asked, Evidence evidence, LocalDate on, Naming naming) {
        var seen = new HashSet<Object>();
        return gather(asked, evidence, on, (share, _) -> {
            seen.addAll(naming.of(share));
            return seen.size();
        });
    }

    private static Verdict gather(Asked asked, Evidence evidence, LocalDate on, Counting counting) {
        var earned = new ArrayList<CountedShare>();
        long had = 0;
        for (var share : evidence.shares()) {
            int weight = asked.weight(share, on);
            if (weight == 0) {
                continue;
            }
            long now = counting.after(share, weight);
            if (now > had) {
                earned.add(share);
                had = now;
            }
            if (had >= asked.wanted() * asked.unit()) {
                return new Met(earned);
            }
        }
        return new Missing(new Part(asked.what(), asked.wanted(), had / asked.unit(), asked.among(), asked.within()));
    }

    private static Verdict missing(What what, long wanted, long had) {
        return new Missing(new Part(what, wanted, had, Among.ALL, null));
    }

    private static Verdict all(List<BadgeRule> rules, Evidence evidence, LocalDate on) {
        var earned = new LinkedHashSet<CountedShare>();
        var lacks = new ArrayList<Lack>();
        for (var rule : rules) {
            switch (evaluate(rule, evidence, on)) {
                case Met(List<CountedShare> shares) -> earned.addAll(shares);
                case Missing(Lack lack) -> lacks.add(lack);
            }
        }
        if (lacks.isEmpty()) {
            return new Met(earned.stream().sorted(CountedShare.BY_DAY).toList());
        }
        return new Missing(lacks.size() == 1 ? lacks.getFirst() : new Lack.All(lacks));
    }

    private static Verdict any(List<BadgeRule> rules, Evidence evidence, LocalDate on) {
        var lacks = new ArrayList<Lack>();
        for (var rule : rules) {
            switch (evaluate(rule, evidence, on)) {
                case Met met -> {
                    return met;
                }
                case Missing(Lack lack) -> lacks.add(lack);
            }
        }
        return new Missing(lacks.size() == 1 ? lacks.getFirst() : new Lack.Any(lacks));
    }
}
