package org.maillage.projection.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.maillage.projection.contribution.DayRow;
import org.maillage.projection.guard.DayMinutes;

/**
 * What the shares that have one thing in common tell about each of their claims (rule 12). Found for all of them at once:
 * somebody may have claimed hundreds of minutes of one day one by one, and each claim says something of all others.
 */
final class Common {

    /** Two members who name each other within so many days. */
    private static final long RECIPROCAL_DAYS = 30;

    /** Most have nothing to tell. */
    private Map<LookCloser, Set<UUID>> told = Map.of();

    private Common() {}

    /** @param shares with one clue, in any order; those that stand no more tell nothing */
    static Common of(Collection<ClueRow> shares) {
        var common = new Common();
        var standing = shares.stream().filter(ClueRow::standing).toList();
        if (!standing.isEmpty()) {
            switch (standing.getFirst().sort()) {
                case EVIDENCE -> common.evidence(standing);
                case PAIR -> common.pair(standing);
            }
        }
        return common;
    }

    /** @param shares of one member and day, in any order; those that stand no more, or take no time, tell nothing */
    static Common ofDay(Collection<DayRow> shares) {
        var standing = new ArrayList<DayRow>(shares.size());
        for (var share : shares) {
            if (share.takesTime()) {
                standing.add(share);
            }
        }
        var common = new Common();
        common.day(standing);
        return common;
    }

    /** Why that claim is to be looked at, as far as this clue goes. */
    Set<LookCloser> about(UUID contribution) {
        if (told.isEmpty()) {
            return Set.of();
        }
        var reasons = EnumSet.noneOf(LookCloser.class);
        told.forEach((reason, claims) -> {
            if (claims.contains(contribution)) {
                reasons.add(reason);
            }
        });
        return reasons;
    }

    /** The claims of which this tells something else than another does. */
    Set<UUID> unlike(Common other) {
        var claims = new HashSet<UUID>();
        for (var reason : LookCloser.values()) {
            var here = told.getOrDefault(reason, Set.of());
            var there = other.told.getOrDefault(reason, Set.of());
            here.stream().filter(claim -> !there.contains(claim)).forEach(claims::add);
            there.stream().filter(claim -> !here.contains(claim)).forEach(claims::add);
        }
        return claims;
    }

    private void tell(LookCloser reason, UUID contribution) {
        if (told.isEmpty()) {
            told = new EnumMap<>(LookCloser.class);
        }
        told.computeIfAbsent(reason, _ -> new HashSet<>()).add(contribution);
    }

    private void day(List<DayRow> standing) {
        int minutes = 0;
        var sessions = new ArrayList<Session>();
        for (var share : standing) {
            minutes += share.minutes();
            var from = share.fromMinute();
            if (from != null) {
                sessions.add(new Session(share.contribution(), from, from + share.session()));
            }
        }
        if (minutes > DayMinutes.ASK_ABOVE) {
            standing.forEach(share -> tell(LookCloser.LONG_DAY, share.contribution()));
        }
        if (sessions.size() > 1) {
            overlapping(sessions);
        }
    }

    /** When a session was, in minutes of the day. */
    private record Session(UUID contribution, int from, int to) {}

    private void overlapping(List<Session> sessions) {
        var starts = sessions.stream().mapToInt(Session::from).sorted().toArray();
        var ends = sessions.stream().mapToInt(Session::to).sorted().toArray();
        for (var own : sessions) {
            // Of those that begin before its end, all but those that end before it begins; itself is one of them.
            boolean overlaps = own.from() < own.to()
                    ? below(starts, own.to()) - below(ends, own.from() + 1) > 1
                    : sessions.stream().anyMatch(other -> other.from() < own.from() && own.from() < other.to());
            if (overlaps) {
                tell(LookCloser.OVERLAPPING_TIMES, own.contribution());
            }
        }
    }

    /** How many of the sorted numbers are below one. */
    private static int below(int[] sorted, int limit) {
        int found = Arrays.binarySearch(sorted, limit);
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && sorted[at - 1] == limit) {
            at--;
        }
        return at;
    }

    private void evidence(List<ClueRow> standing) {
        if (standing.stream().map(ClueRow::contribution).distinct().count() > 1) {
            standing.forEach(share -> tell(LookCloser.POSSIBLE_DUPLICATE, share.contribution()));
        }
    }

    private void pair(List<ClueRow> standing) {
        var days = new HashMap<UUID, NavigableMap<LocalDate, Set<UUID>>>();
        for (var share : standing) {
            if (share.helper() != null) {
                days.computeIfAbsent(share.helper(), _ -> new TreeMap<>())
                        .computeIfAbsent(share.day(), _ -> new HashSet<>())
                        .add(share.contribution());
            }
        }
        for (var own : standing) {
            if (own.helper() != null && isReturned(own, days)) {
                tell(LookCloser.RECIPROCAL, own.contribution());
            }
        }
    }

    /** Whether whom they helped helped them soon before or after, by another claim. */
    private static boolean isReturned(ClueRow own, Map<UUID, NavigableMap<LocalDate, Set<UUID>>> days) {
        return days.entrySet().stream()
                .filter(other -> !other.getKey().equals(own.helper()))
                .flatMap(other -> other
                        .getValue()
                        .subMap(
                                own.day().minusDays(RECIPROCAL_DAYS),
                                true,
                                own.day().plusDays(RECIPROCAL_DAYS),
                                true)
                        .values()
                        .stream())
                .anyMatch(claims -> claims.size() > 1 || !claims.contains(own.contribution()));
    }
}
