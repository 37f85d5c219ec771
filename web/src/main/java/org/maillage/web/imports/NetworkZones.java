package org.maillage.web.imports;

import java.time.ZoneId;
import java.util.Optional;
import org.maillage.ledger.value.NetworkId;

/** The zones of networks, in which moments of a source become days. */
@FunctionalInterface
interface NetworkZones {

    /** The zone of a network that an import makes. */
    ZoneId USUAL = ZoneId.of("Europe/Paris");

    /** The zone of a network; empty where there is no such network. */
    Optional<ZoneId> find(NetworkId network);

    /** The zone of a network that is there. */
    default ZoneId of(NetworkId network) {
        return find(network).orElse(USUAL);
    }
}
