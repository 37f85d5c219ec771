package org.maillage.projection.contribution;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.fold.Row;

/**
 * An entry of a claim's thread; its text sealed. That it was submitted, and the validation that stands or was reversed,
 * are told by the claim's own row alone: every claim has these, and a row for each would double what is kept.
 *
 * @param since day from which this row tells it; until then the claim's own row does
 */
@MappedEntity("thread_entry")
record ThreadRow(
        UUID network,
        UUID contribution,
        long position,
        LocalDate since,
        Instant recordedAt,
        LocalDate recordedOn,
        ThreadEntry.What what,
        @Nullable UUID author,
        @Nullable UUID share,
        @Nullable String quantity,
        @Nullable String reason,
        @Nullable String words)
        implements Row {

    @Override
    public Object group() {
        return contribution;
    }

    @Override
    public Object id() {
        return position;
    }
}
