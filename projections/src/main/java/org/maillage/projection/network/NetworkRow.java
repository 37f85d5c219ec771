package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.fold.Row;

/** A network as the view keeps it. */
@MappedEntity("network")
record NetworkRow(
        UUID network,
        String name,
        @Nullable UUID parent,
        String zone,
        LocalDate createdOn,
        boolean parentDecides,
        long position)
        implements Row {

    @Override
    public Object group() {
        return network;
    }

    NetworkRow withParentDecides(boolean allowed, long at) {
        return new NetworkRow(network, name, parent, zone, createdOn, allowed, at);
    }

    Network asNetwork() {
        return new Network(
                new NetworkId(network),
                name,
                parent == null ? null : new NetworkId(parent),
                ZoneId.of(zone),
                createdOn,
                parentDecides);
    }
}
