package org.maillage.projection.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.guard.DayMinutes;
import org.maillage.projection.queue.ClueRow.Sort;

/** What claims tell about each other (rule 12). */
final class Clues {

    /** Two members who name each other within so many days. */
    private static final long RECIPROCAL_DAYS = 30;

    private Clues() {}

    /** The clues of a claim's shares. */
    static List<ClueRow> of(Submitted submitted, long position) {
        var clues = new ArrayList<ClueRow>();
        for (var share : submitted.shares()) {
            var clue = new Draft(submitted, share, position);
            if (share.quantity().creditedMinutes() > 0) {
                clues.add(clue.of(Sort.DAY, key("day", share.contributor(), share.day()), null));
            }
            for (Evidence evidence : submitted.evidence()) {
                var key = key("evidence", share.contributor(), share.kind(), evidence.match());
                clues.add(clue.of(Sort.EVIDENCE, key, null));
            }
            if (share.contributor().holder() == AccountId.Holder.MEMBER) {
                var helper = share.contributor().id();
                for (var helped : Set.copyOf(share.helped())) {
                    clues.add(clue.of(Sort.PAIR, pair(helper, helped.value()), helper));
                }
            }
        }
        return clues;
    }

    /** What the shares with something in common tell about the claim of one of them. */
    static Set<LookCloser> about(UUID contribution, List<ClueRow> common) {
        var reasons = EnumSet.noneOf(LookCloser.class);
        var standing = common.stream().filter(ClueRow::standing).toList();
        for (var own : standing) {
            if (own.contribution().equals(contribution)) {
                about(own, standing, reasons);
            }
        }
        return reasons;
    }

    private static void about(ClueRow own, List<ClueRow> standing, Set<LookCloser> reasons) {
        switch (own.sort()) {
            case DAY -> {
                if (standing.stream().mapToInt(ClueRow::minutes).sum() > DayMinutes.ASK_ABOVE) {
                    reasons.add(LookCloser.LONG_DAY);
                }
                if (standing.stream().anyMatch(other -> !other.share().equals(own.share()) && own.overlaps(other))) {
                    reasons.add(LookCloser.OVERLAPPING_TIMES);
                }
            }
            case EVIDENCE -> {
                if (standing.stream().anyMatch(other -> isOther(own, other))) {
                    reasons.add(LookCloser.POSSIBLE_DUPLICATE);
                }
            }
            case PAIR -> {
                if (standing.stream().anyMatch(other -> isOther(own, other) && isReturn(own, other))) {
                    reasons.add(LookCloser.RECIPROCAL);
                }
            }
        }
    }

    private static boolean isOther(ClueRow own, ClueRow other) {
        return !own.contribution().equals(other.contribution());
    }

    private static boolean isReturn(ClueRow own, ClueRow other) {
        return own.helper() != null
                && !own.helper().equals(other.helper())
                && Math.abs(own.day().toEpochDay() - other.day().toEpochDay()) <= RECIPROCAL_DAYS;
    }

    private static UUID key(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part).append('|');
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static UUID pair(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? key("pair", one, other) : key("pair", other, one);
    }

    /** A clue of one share. */
    private record Draft(Submitted submitted, SubmittedShare share, long position) {

        ClueRow of(Sort sort, UUID key, @Nullable UUID helper) {
            var start = share.startTime();
            Integer from = start == null ? null : start.toSecondOfDay() / 60;
            return new ClueRow(
                    submitted.network().value(),
                    key,
                    submitted.contribution().value(),
                    share.share().value(),
                    sort,
                    share.day(),
                    share.quantity().creditedMinutes(),
                    from,
                    from == null ? null : from + share.quantity().session(),
                    helper,
                    true,
                    position);
        }
    }
}
