package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.fold.Row;

/** A version of a tariff, without its lines. */
@MappedEntity("tariff")
record TariffRow(
        UUID network,
        int version,
        LocalDate effective,
        LocalDate adoptedOn,
        @Nullable UUID decidedBy,
        boolean paidTimeToFund,
        long floor,
        String note,
        LocalDate recordedOn,
        long position)
        implements Row {

    @Override
    public Object group() {
        return version;
    }
}
