package org.maillage.projection.member;

import io.micronaut.core.annotation.Introspected;
import java.time.ZoneId;
import java.util.UUID;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** A membership that was not left, with its network's name and zone. */
@Introspected
record StandingRow(UUID network, String networkName, String zone, UUID member, String name, boolean coordinator) {

    Standing asStanding() {
        return new Standing(
                new NetworkId(network), networkName, ZoneId.of(zone), new MemberId(member), name, coordinator);
    }
}
