package org.maillage.web.contributions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.drawing.KnittedYear;
import org.springframework.stereotype.Component;

/** One's days of validated contribution over a year, knitted: a stitch a day, in the colour of its first role. */
@Component
class MyYear {

    private static final int WEEKS = 52;

    private final Projections views;

    MyYear(Projections views) {
        this.views = views;
    }

    /** The drawing, and on how many days there was something. */
    record Shown(String drawing, int days) {}

    /** The year that ends today. */
    Shown of(Standing standing, LocalDate today) {
        var first = today.minusWeeks(WEEKS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var days = days(standing, first, today);
        return new Shown(KnittedYear.decoration(first, today, days), days.size());
    }

    private Map<LocalDate, Role> days(Standing standing, LocalDate first, LocalDate today) {
        var days = new HashMap<LocalDate, Role>();
        for (var role : Role.values()) {
            views.portraits()
                    .evidence(standing.network(), standing.member(), role, first, today, AsOf.NOW, null, Page.MOST)
                    .items()
                    .forEach(evidence -> days.merge(evidence.day(), heaviest(evidence.weights()), MyYear::first));
        }
        return days;
    }

    private static Role heaviest(RoleWeights weights) {
        return weights.basisPoints().entrySet().stream()
                .max(Map.Entry.<Role, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    // A day of several roles has one stitch: the role that comes first, as everywhere.
    private static Role first(Role one, Role other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
