package org.maillage.projection.member;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/**
 * Who somebody is in a network that they have not left.
 *
 * @param zone the zone of the network's civil days
 * @param name the member's name; empty where it can no longer be opened
 * @param coordinator whether they decide claims there
 */
public record Standing(
        NetworkId network, String networkName, ZoneId zone, MemberId member, String name, boolean coordinator) {

    /** Today in the network. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
