package org.maillage.projection.queue;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.contribution.State;
import org.maillage.projection.fold.Dated;

/**
 * An item of the queue while nothing of this changes. Lists are separated by spaces; {@code kinds} has a space at both
 * ends too, so that one is found whole.
 *
 * @param own reasons that follow from the claim itself
 * @param reasons these and what other claims tell about it, in their order; empty where it is not in «look closer»
 * @param clues keys of its clues
 */
@MappedEntity("queue_item")
record QueueRow(
        UUID network,
        UUID contribution,
        LocalDate since,
        LocalDate until,
        Tab tab,
        State state,
        UUID claimant,
        String contributors,
        String kinds,
        String own,
        String reasons,
        LocalDate firstDay,
        int minutes,
        int units,
        Instant submittedAt,
        long submittedPosition,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        String clues,
        long position)
        implements Dated<QueueRow> {

    @Override
    public Object group() {
        return contribution;
    }

    @Override
    public QueueRow during(LocalDate from, LocalDate to) {
        return with(from, to, tab, own, reasons, position);
    }

    /** The same item with the reasons that now hold. */
    QueueRow because(Tab newTab, String newReasons, long at) {
        return with(since, until, newTab, own, newReasons, at);
    }

    /** The same item with other reasons of its own. */
    QueueRow owning(String newOwn, long at) {
        return with(since, until, tab, newOwn, reasons, at);
    }

    private QueueRow with(LocalDate from, LocalDate to, Tab newTab, String newOwn, String newReasons, long at) {
        return new QueueRow(
                network,
                contribution,
                from,
                to,
                newTab,
                state,
                claimant,
                contributors,
                kinds,
                newOwn,
                newReasons,
                firstDay,
                minutes,
                units,
                submittedAt,
                submittedPosition,
                decidedBy,
                decidedAt,
                clues,
                at);
    }
}
