package org.maillage.projection.contribution;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.Evidence;
import org.maillage.projection.fold.Row;

/** A piece of evidence; its reference sealed. */
@MappedEntity("evidence")
record EvidenceRow(
        UUID network,
        UUID contribution,
        int ordinal,
        UUID evidence,
        Evidence.Type type,
        String reference,
        String match,
        @Nullable String sha256,
        long position)
        implements Row {

    @Override
    public Object group() {
        return contribution;
    }

    @Override
    public Object id() {
        return ordinal;
    }
}
