package org.maillage.web.network;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Finds the network that a public page speaks of: the one asked for, else one's own, else the only one that there is. */
@Component
final class NetworkReadings {

    private final Projections views;

    NetworkReadings(Projections views) {
        this.views = views;
    }

    /**
     * The network that the page speaks of, and puts it into the model; empty where there are several to choose from.
     *
     * @param asked null where the address names none
     */
    Optional<NetworkReading> find(@Nullable NetworkId asked, Model model) {
        var viewer = model.getAttribute("viewer") instanceof Viewer known ? known : null;
        var found = network(asked, viewer).map(network -> reading(network, viewer));
        found.ifPresent(reading -> {
            model.addAttribute("reading", reading);
            model.addAttribute("network", reading.network());
            model.addAttribute("edits", reading.edits());
            model.addAttribute("asked", reading.network().network());
        });
        return found;
    }

    /** Every network, by name, for whoever has to choose. */
    List<Network> all() {
        return views.networks().all();
    }

    private Optional<Network> network(@Nullable NetworkId asked, @Nullable Viewer viewer) {
        if (asked != null) {
            return Optional.of(views.networks().find(asked).orElseThrow(() -> new Refused(Reason.UNKNOWN_NETWORK)));
        }
        var current = viewer == null ? null : viewer.current();
        if (current != null) {
            return views.networks().find(current.network());
        }
        var all = views.networks().all();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static NetworkReading reading(Network network, @Nullable Viewer viewer) {
        if (viewer == null) {
            return new NetworkReading(network, null, false, false, false);
        }
        var standing = viewer.in(network.network()).orElse(null);
        var current = standing != null && standing.equals(viewer.current());
        var edits = standing != null && current && standing.coordinator();
        return new NetworkReading(network, standing, current, edits, viewer.administrator());
    }
}
