package org.maillage.badge.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.Role;

/** The same rules, read another way: each from the whole evidence at once, without an order. */
final class Naive {

    private Naive() {}

    static boolean meets(BadgeRule rule, Evidence evidence, LocalDate on) {
        return switch (rule) {
            case BadgeRule.AllOf all -> all.rules().stream().allMatch(inner -> meets(inner, evidence, on));
            case BadgeRule.AnyOf any -> any.rules().stream().anyMatch(inner -> meets(inner, evidence, on));
            case BadgeRule.ByHand _ -> false;
            case BadgeRule.Endorsements e -> evidence.endorsements() >= e.endorsements();
            case BadgeRule.Count c -> had(c, evidence, on) >= c.wanted();
            case BadgeRule.Hours h -> had(h, evidence, on) >= h.minutes();
            case BadgeRule.SpreadOverMonths s -> had(s, evidence, on) >= s.months();
            case BadgeRule.ConfirmedBy c -> had(c, evidence, on) >= c.people();
            case BadgeRule.Places p -> had(p, evidence, on) >= p.places();
            case BadgeRule.Variety v -> had(v, evidence, on) >= v.roles();
            case BadgeRule.CompanionEndorsement c -> had(c, evidence, on) >= c.companions();
        };
    }

    /** How much there is of what a simple rule counts. */
    static long had(BadgeRule rule, Evidence evidence, LocalDate on) {
        return switch (rule) {
            case BadgeRule.Count c ->
                counting(evidence, c.among(), c.within(), on).stream()
                        .map(CountedShare::contribution)
                        .distinct()
                        .count();
            case BadgeRule.Hours h ->
                counting(evidence, h.among(), h.within(), on).stream()
                                .mapToLong(share -> (long) share.minutes() * weight(share, h.among()))
                                .sum()
                        / 10_000;
            case BadgeRule.SpreadOverMonths s ->
                counting(evidence, s.among(), s.within(), on).stream()
                        .map(share -> YearMonth.from(share.day()))
                        .distinct()
                        .count();
            case BadgeRule.ConfirmedBy c ->
                counting(evidence, c.among(), c.within(), on).stream()
                        .filter(CountedShare::outside)
                        .flatMap(share -> share.confirmedBy().stream())
                        .distinct()
                        .count();
            case BadgeRule.Places p ->
                counting(evidence, p.among(), p.within(), on).stream()
                        .map(CountedShare::place)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
            case BadgeRule.Variety v ->
                counting(evidence, Among.ALL, v.within(), on).stream()
                        .flatMap(share -> share.weights().basisPoints().keySet().stream())
                        .distinct()
                        .count();
            case BadgeRule.CompanionEndorsement _ ->
                counting(evidence, Among.ALL, null, on).stream()
                        .flatMap(share -> share.companions().stream())
                        .distinct()
                        .count();
            case BadgeRule.Endorsements _ -> evidence.endorsements();
            case BadgeRule.ByHand _, BadgeRule.AllOf _, BadgeRule.AnyOf _ -> 0;
        };
    }

    private static List<CountedShare> counting(Evidence evidence, Among among, @Nullable Window within, LocalDate on) {
        return evidence.shares().stream()
                .filter(share -> !share.day().isAfter(on))
                .filter(share -> within == null || isWithin(share.day(), within, on))
                .filter(share -> weight(share, among) > 0)
                .toList();
    }

    private static boolean isWithin(LocalDate day, Window within, LocalDate on) {
        return switch (within.unit()) {
            case DAYS -> day.toEpochDay() > on.toEpochDay() - within.length();
            case MONTHS -> day.isAfter(on.minusMonths(within.length()));
        };
    }

    private static int weight(CountedShare share, Among among) {
        if (among.equals(Among.ALL) || among.kinds().contains(share.kind())) {
            return 10_000;
        }
        return among.roles().stream().mapToInt(role -> weightOf(share, role)).sum();
    }

    private static int weightOf(CountedShare share, Role role) {
        return Objects.requireNonNullElse(share.weights().basisPoints().get(role), 0);
    }
}
