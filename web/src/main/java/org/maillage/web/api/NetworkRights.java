package org.maillage.web.api;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.springframework.stereotype.Component;

/** As what somebody acts on a network: as its coordinator, or as an administrator of the installation. */
@Component
final class NetworkRights {

    private final Projections views;

    NetworkRights(Projections views) {
        this.views = views;
    }

    /** Who acts; {@code member} is null for an administrator. */
    record Acting(@Nullable MemberId member, Actor actor) {}

    /** A network; its texts are public. */
    Network find(NetworkId network) {
        return views.networks().find(network).orElseThrow(() -> new Refused(Reason.UNKNOWN_NETWORK));
    }

    /** A coordinator acts as such; an administrator who is none acts for the installation. */
    Acting acting(Asked asked, NetworkId network) {
        find(network);
        if (asked.administrator() && !asked.coordinates(network)) {
            return new Acting(null, asked.asAdministrator());
        }
        return new Acting(member(asked, network), asked.actor());
    }

    /** A network, for its coordinators and for administrators alone. */
    Network mustCoordinate(Asked asked, NetworkId network) {
        var found = find(network);
        asked.mustCoordinate(network);
        return found;
    }

    /** The member who acts; the ledger tests whether they coordinate. */
    MemberId member(Asked asked, NetworkId network) {
        find(network);
        return asked.memberOf(network).orElseThrow(() -> new Refused(Reason.NOT_A_COORDINATOR));
    }
}
