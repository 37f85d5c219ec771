package org.maillage.web.credits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.account.GiverInMonth;
import org.maillage.projection.account.MovedInMonth;
import org.maillage.projection.account.StatementLine.What;

/**
 * What came into the common fund, as members may read it: in periods of whole months in each of which at least five people
 * gave, so that nobody's paid time or departure follows from a sum, nor from the difference of two (rule 14). What was
 * granted is no secret.
 *
 * @param periods oldest first; the last of them may be one of fewer people, whose sum is not told
 * @param reasons what came in by reason, of the periods that are told, without those of fewer people
 */
record FundPeriods(List<Period> periods, Map<GiftReason, Long> reasons) {

    /** Fewer people than this are not told apart. */
    static final int LEAST_PEOPLE = 5;

    /**
     * Months in a row.
     *
     * @param from first day of the first
     * @param to first day of the last
     * @param told whether at least five people gave in it, or nobody
     * @param received in hundredths; what was taken back lessens it; to be shown only where it is told
     * @param granted in hundredths
     */
    record Period(LocalDate from, LocalDate to, boolean told, long received, long granted) {}

    FundPeriods {
        periods = List.copyOf(periods);
        reasons = Map.copyOf(reasons);
    }

    /** Makes periods of months; the givers of a month and reason may be named up to {@link #LEAST_PEOPLE} alone. */
    static FundPeriods of(Collection<MovedInMonth> moved, Collection<GiverInMonth> givers) {
        var months = new TreeMap<LocalDate, List<MovedInMonth>>();
        moved.forEach(one ->
                months.computeIfAbsent(one.month(), _ -> new ArrayList<>()).add(one));
        var people = new HashMap<LocalDate, Set<AccountId>>();
        givers.stream()
                .filter(FundPeriods::isSomebody)
                .forEach(one -> people.computeIfAbsent(one.month(), _ -> new HashSet<>())
                        .add(one.giver()));
        var periods = new ArrayList<Period>();
        var open = new ArrayList<LocalDate>();
        var met = new HashSet<AccountId>();
        for (var month : months.keySet()) {
            open.add(month);
            met.addAll(people.getOrDefault(month, Set.of()));
            if (met.isEmpty() || met.size() >= LEAST_PEOPLE) {
                periods.add(period(open, months, true));
                open.clear();
                met.clear();
            }
        }
        if (!open.isEmpty()) {
            periods.add(period(open, months, false));
        }
        return new FundPeriods(periods, reasons(periods, moved, givers));
    }

    private static boolean isSomebody(GiverInMonth one) {
        return one.giver().holder() == AccountId.Holder.MEMBER;
    }

    private static Period period(List<LocalDate> of, Map<LocalDate, List<MovedInMonth>> months, boolean told) {
        long received = 0;
        long granted = 0;
        for (var month : of) {
            for (var moved : months.getOrDefault(month, List.of())) {
                if (moved.what() == What.GIVEN) {
                    granted -= moved.amount().hundredths();
                } else {
                    received += moved.amount().hundredths();
                }
            }
        }
        return new Period(of.getFirst(), of.getLast(), told, received, granted);
    }

    // What is left out follows from the whole and the rest: it is of enough people together, or nothing is told.
    private static Map<GiftReason, Long> reasons(
            List<Period> periods, Collection<MovedInMonth> moved, Collection<GiverInMonth> givers) {
        var sums = new EnumMap<GiftReason, Long>(GiftReason.class);
        for (var one : moved) {
            var reason = one.reason();
            if (reason != null && one.what() != What.GIVEN && isTold(one.month(), periods)) {
                sums.merge(reason, one.amount().hundredths(), Long::sum);
            }
        }
        var people = new EnumMap<GiftReason, Set<AccountId>>(GiftReason.class);
        for (var one : givers) {
            var reason = one.reason();
            if (reason != null && isSomebody(one) && isTold(one.month(), periods)) {
                people.computeIfAbsent(reason, _ -> new HashSet<>()).add(one.giver());
            }
        }
        var hidden = EnumSet.noneOf(GiftReason.class);
        people.forEach((reason, some) -> {
            if (some.size() < LEAST_PEOPLE) {
                hidden.add(reason);
            }
        });
        while (!hidden.isEmpty() && together(hidden, people) < LEAST_PEOPLE && hidden.size() < sums.size()) {
            sums.entrySet().stream()
                    .filter(sum -> !hidden.contains(sum.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(smallest -> hidden.add(smallest.getKey()));
        }
        sums.keySet().removeAll(hidden);
        return sums;
    }

    private static long together(Set<GiftReason> reasons, Map<GiftReason, Set<AccountId>> people) {
        return reasons.stream()
                .flatMap(reason -> people.getOrDefault(reason, Set.of()).stream())
                .distinct()
                .count();
    }

    private static boolean isTold(LocalDate month, List<Period> periods) {
        return periods.stream()
                .anyMatch(period -> period.told() && !month.isBefore(period.from()) && !month.isAfter(period.to()));
    }

    /** Newest first, as a page shows them. */
    List<Period> newestFirst() {
        return periods.stream()
                .sorted(Comparator.comparing(Period::from).reversed())
                .toList();
    }

    /** Whether everything that came in is told. */
    boolean whole() {
        return periods.stream().allMatch(Period::told);
    }

    /** What the fund holds at least, in hundredths: what is told of what came in, less all that was granted. */
    long available() {
        long told = periods.stream()
                .filter(Period::told)
                .mapToLong(Period::received)
                .sum();
        long granted = periods.stream().mapToLong(Period::granted).sum();
        return Math.max(0, told - granted);
    }
}
