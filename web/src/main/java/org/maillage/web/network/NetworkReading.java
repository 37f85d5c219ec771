package org.maillage.web.network;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Network;

/**
 * A network that somebody reads about.
 *
 * @param standing the reader's own membership of it; null for anybody else
 * @param current whether the session speaks of it
 * @param edits whether the reader coordinates it, and the session speaks of it
 * @param administers whether the reader administers the installation
 */
record NetworkReading(
        Network network, @Nullable Standing standing, boolean current, boolean edits, boolean administers) {

    NetworkId id() {
        return network.network();
    }

    /** Whether members' names are for the reader (privacy): who wrote a public text is for the network alone. */
    boolean knowsMembers() {
        return standing != null || administers;
    }

    /** Today in the network. */
    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), network.zone());
    }
}
