package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.fold.Row;

/** A version of a charter. */
@MappedEntity("charter")
record CharterRow(UUID network, int version, @Nullable UUID decidedBy, String body, LocalDate recordedOn, long position)
        implements Row {

    @Override
    public Object group() {
        return version;
    }

    Charter asCharter() {
        return new Charter(version, recordedOn, decidedBy == null ? null : new MemberId(decidedBy), body);
    }
}
