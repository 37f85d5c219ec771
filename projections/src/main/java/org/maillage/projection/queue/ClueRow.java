package org.maillage.projection.queue;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.fold.Row;

/**
 * What a share has in common with others that tell something about it: a member's evidence of a kind, or a pair of
 * members. That it is of a member's day is told by the share itself.
 *
 * @param clue key of what is in common
 * @param sort what it is
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
        @Nullable UUID helper,
        boolean standing,
        long position)
        implements Row {

    /** What shares can have in common. */
    enum Sort {
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

    /** As it counts after an event. */
    ClueRow counting(boolean stands, long at) {
        return new ClueRow(network, clue, contribution, share, sort, day, helper, stands, at);
    }
}
