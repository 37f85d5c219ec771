package org.maillage.projection.queue;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.contribution.State;

/** An item as the queue reads it, with the claimant's name. */
@Introspected
record QueueEntry(
        UUID contribution,
        Tab tab,
        State state,
        UUID claimant,
        @Nullable String name,
        String contributors,
        String kinds,
        String reasons,
        LocalDate firstDay,
        int minutes,
        int units,
        Instant submittedAt,
        long submittedPosition,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        long position) {}
