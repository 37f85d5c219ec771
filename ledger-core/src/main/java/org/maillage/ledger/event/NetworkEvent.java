package org.maillage.ledger.event;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.StreamId;

/** The life of a network: territory, kinds, coordinators, organisations. Its texts are public and stand in the clear. */
public sealed interface NetworkEvent extends LedgerEvent {

    @Override
    NetworkId network();

    @Override
    default StreamId stream() {
        return StreamId.of(network());
    }

    /**
     * A network was created; kinds are copied from its parent or are the shipped ones (rule 16).
     *
     * @param name 1 to 80 characters
     * @param parent the network that it is nested in; null for none; never changes
     * @param zone the zone of its civil days
     */
    @EventName("network.created.1")
    record Created(
            NetworkId network,
            String name,
            @Nullable NetworkId parent,
            ZoneId zone,
            Set<Commune> territory,
            List<Kind> kinds)
            implements NetworkEvent {

        public Created {
            territory = Set.copyOf(territory);
            kinds = List.copyOf(kinds);
        }
    }

    /** The territory is this set of communes from now on. */
    @EventName("network.territory-changed.1")
    record TerritoryChanged(NetworkId network, Set<Commune> territory) implements NetworkEvent {

        public TerritoryChanged {
            territory = Set.copyOf(territory);
        }
    }

    /** A kind was added; its measure never changes. Its rate and weights stand in the next tariff version. */
    @EventName("network.kind-added.1")
    record KindAdded(NetworkId network, Kind kind) implements NetworkEvent {}

    /** A member may decide claims from now on. {@code by} is null where an administrator appointed (rule 3). */
    @EventName("network.coordinator-appointed.1")
    record CoordinatorAppointed(
            NetworkId network, MemberId member, @Nullable MemberId by) implements NetworkEvent {}

    /** A member may no longer decide claims. */
    @EventName("network.coordinator-dismissed.1")
    record CoordinatorDismissed(
            NetworkId network, MemberId member, @Nullable MemberId by) implements NetworkEvent {}

    /**
     * An organisation was registered.
     *
     * @param name public name, 1 to 120 characters
     * @param siret 14 digits; null for an informal collective
     * @param informal whether it is a collective without legal form. Version 1 had no such field: it is read as «has no
     *     SIRET»
     */
    @EventName("network.organisation-registered.2")
    record OrganisationRegistered(
            NetworkId network,
            OrganisationId organisation,
            String name,
            @Nullable String siret,
            boolean informal) implements NetworkEvent {}

    /** Whether coordinators of the parent may decide where no uninvolved coordinator exists (rule 3). */
    @EventName("network.parent-decisions-allowed.1")
    record ParentDecisionsAllowed(NetworkId network, boolean allowed) implements NetworkEvent {}
}
