package org.maillage.web.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.member.Standing;

/**
 * Who is asking, as the views know them at this request. A controller takes one as an argument, or their current
 * {@link Standing}; without one the request is refused before it.
 *
 * @param person who was authenticated
 * @param actor how: by a session, or by a token
 * @param mayWrite false for a token that only reads
 * @param standings memberships that were not left, by name of the network
 * @param current the membership that pages speak of; null where there is none
 * @param administrator whether they administer the installation
 */
public record Viewer(
        PersonId person,
        Actor actor,
        boolean mayWrite,
        List<Standing> standings,
        @Nullable Standing current,
        boolean administrator) {

    public Viewer {
        standings = List.copyOf(standings);
    }

    /** The membership of a network, if any. */
    public Optional<Standing> in(NetworkId network) {
        return standings.stream().filter(s -> s.network().equals(network)).findFirst();
    }

    /** The membership of a network; refuses somebody from elsewhere as though the network were unknown. */
    public Standing require(NetworkId network) {
        return in(network).orElseThrow(() -> new Refused(Reason.UNKNOWN_NETWORK));
    }

    /** Whether they decide claims in the current network. */
    public boolean coordinator() {
        return current != null && current.coordinator();
    }

    /** What the header calls them; empty where they are no member yet. */
    public String displayName() {
        return current == null ? "" : current.name();
    }

    /** The current network's name; null without one. */
    public @Nullable String networkName() {
        return current == null ? null : current.networkName();
    }
}
