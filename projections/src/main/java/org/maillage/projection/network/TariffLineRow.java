package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.WeightsText;
import org.maillage.projection.fold.Row;

/** What a version of a tariff says of one kind. */
@MappedEntity("tariff_line")
record TariffLineRow(
        UUID network,
        int version,
        int ordinal,
        String kind,
        long rate,
        @Nullable Integer dailyCap,
        String weights,
        long position)
        implements Row {

    @Override
    public Object group() {
        return version;
    }

    @Override
    public Object id() {
        return kind;
    }

    TariffLine asLine() {
        return new TariffLine(new KindCode(kind), rate, dailyCap, WeightsText.read(weights));
    }
}
