package org.maillage.projection.queue;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.fold.Row;

/**
 * What a share has in common with others that tell something about it: a member's day, a member's evidence of a kind,
 * or a pair of members.
 *
 * @param clue key of what is in common
 * @param sort what it is
 * @param minutes credited minutes of the day
 * @param fromMinute minute of the day at which the session starts; null where not said
 * @param toMinute minute at which it ends, maybe after midnight; null where not said
 * @param helper who names the other of a pair; null unless PAIR
 * @param standing whether the share still counts
 */
@MappedEntity("clue")
record ClueRow(
        UUID network,
        UUID clue,
        UUID contribution,
        UUID share,
        Sort sort,
        LocalDate day,
        int minutes,
        @Nullable Integer fromMinute,
        @Nullable Integer toMinute,
        @Nullable UUID helper,
        boolean standing,
        long position)
        implements Row {

    /** What shares can have in common. */
    enum Sort {
        DAY,
        EVIDENCE,
        PAIR
    }

    @Override
    public Object group() {
        return clue;
    }

    @Override
    public Object id() {
        return share;
    }

    /** Whether the sessions of two shares overlap. */
    boolean overlaps(ClueRow other) {
        return fromMinute != null
                && toMinute != null
                && other.fromMinute != null
                && other.toMinute != null
                && fromMinute < other.toMinute
                && other.fromMinute < toMinute;
    }

    /** As it counts after an event. */
    ClueRow counting(int nowMinutes, @Nullable Integer nowTo, boolean stands, long at) {
        return new ClueRow(
                network, clue, contribution, share, sort, day, nowMinutes, fromMinute, nowTo, helper, stands, at);
    }
}
