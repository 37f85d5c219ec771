package org.maillage.web.badges;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.rule.CountedShare;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.web.drawing.KnittedYear;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What somebody did for a badge: the contributions that earned it, and their days knitted. */
@Component
public final class Deeds {

    private static final int FEWEST_WEEKS = 26;
    private static final int MOST_WEEKS = 52;

    private final Projections views;
    private final Words words;
    private final BadgeWords badges;

    Deeds(Projections views, Words words, BadgeWords badges) {
        this.views = views;
        this.words = words;
        this.badges = badges;
    }

    /**
     * One line.
     *
     * @param role whose mark it bears
     * @param contribution where its page is; null where the line is of several, or for strangers
     * @param meta when, and how many times
     * @param confirmed how many other people confirmed it; 0 where none
     */
    public record Line(Role role, String title, @Nullable ContributionId contribution, String meta, int confirmed) {}

    /**
     * All of it.
     *
     * @param drawing the days of these contributions, a stitch a day
     * @param from the first month of the drawing
     * @param to its last
     * @param count how many contributions
     */
    public record Told(String drawing, String from, String to, int count, List<Line> lines) {}

    /** For the member: each contribution with its page, by day. */
    public Told own(NetworkId network, MemberId member, List<CountedShare> shares, Locale locale) {
        var claims = claims(network, shares);
        var lines = new ArrayList<Line>();
        for (var share : shares) {
            lines.add(new Line(
                    heaviest(share.weights()),
                    title(network, member, share, claims, locale),
                    share.contribution(),
                    words.day(share.day(), locale),
                    share.confirmedBy().size()));
        }
        return told(shares, lines, locale);
    }

    /** For anybody: what has the same name in one line, and nobody's name. */
    Told open(NetworkId network, MemberId member, List<CountedShare> shares, Locale locale) {
        var claims = claims(network, shares);
        var groups = new LinkedHashMap<String, List<CountedShare>>();
        for (var share : shares) {
            groups.computeIfAbsent(title(network, member, share, claims, locale), _ -> new ArrayList<>())
                    .add(share);
        }
        var lines = new ArrayList<Line>();
        groups.forEach((title, of) ->
                lines.add(new Line(heaviest(of.getFirst().weights()), title, null, when(of, locale), confirmers(of))));
        return told(shares, lines, locale);
    }

    private Map<ContributionId, ContributionSummary> claims(NetworkId network, List<CountedShare> shares) {
        var ids = new LinkedHashSet<ContributionId>();
        shares.forEach(share -> ids.add(share.contribution()));
        var claims = new HashMap<ContributionId, ContributionSummary>();
        if (!ids.isEmpty()) {
            views.contributions().summaries(network, ids).forEach(claim -> claims.put(claim.contribution(), claim));
        }
        return claims;
    }

    // A title that somebody else wrote is theirs to show: then the kind stands for it.
    private String title(
            NetworkId network,
            MemberId member,
            CountedShare share,
            Map<ContributionId, ContributionSummary> claims,
            Locale locale) {
        var claim = claims.get(share.contribution());
        var own = claim != null && claim.by().equals(member) ? claim.title() : null;
        return own == null || own.isEmpty() ? words.kind(network, share.kind(), locale) : own;
    }

    private String when(List<CountedShare> shares, Locale locale) {
        var first = badges.month(shares.getFirst().day(), locale);
        var last = badges.month(shares.getLast().day(), locale);
        return first.equals(last)
                ? words.say("badges.deeds.month", locale, shares.size(), first)
                : words.say("badges.deeds.months", locale, shares.size(), first, last);
    }

    private static int confirmers(List<CountedShare> shares) {
        Set<MemberId> people = new HashSet<>();
        shares.forEach(share -> people.addAll(share.confirmedBy()));
        return people.size();
    }

    private Told told(List<CountedShare> shares, List<Line> lines, Locale locale) {
        if (shares.isEmpty()) {
            return new Told("", "", "", 0, List.of());
        }
        var days = new HashMap<LocalDate, Role>();
        shares.forEach(share -> days.merge(share.day(), heaviest(share.weights()), Deeds::first));
        var last = Collections.max(days.keySet());
        var first = start(Collections.min(days.keySet()), last);
        return new Told(
                KnittedYear.decoration(first, last, days),
                badges.month(first, locale),
                badges.month(last, locale),
                shares.size(),
                List.copyOf(lines));
    }

    // A year at most, so that a stitch can be seen; half a year at least, so that it is no more than a stitch.
    private static LocalDate start(LocalDate first, LocalDate last) {
        var latest = last.minusWeeks(FEWEST_WEEKS);
        var earliest = last.minusWeeks(MOST_WEEKS);
        var from = first.isAfter(latest) ? latest : first.isBefore(earliest) ? earliest : first;
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Role heaviest(RoleWeights weights) {
        return weights.basisPoints().entrySet().stream()
                .max(Map.Entry.<Role, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static Role first(Role one, Role other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
