package org.maillage.ledger.network;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RoleWeights;

/** What can be asked about a network. */
public sealed interface NetworkCommand extends LedgerCommand {

    /** The network. */
    NetworkId network();

    /**
     * Creates a network, and with it version 1 of its tariff; by an administrator.
     *
     * @param parent null for none; kinds and tariff are copied from it
     * @param kinds null for the parent's, or the shipped ones where there is no parent
     * @param tariff lines of version 1; null for the parent's, or the default of 2 mailles an hour (rule 5)
     */
    record Create(
            NetworkId network,
            String name,
            @Nullable NetworkId parent,
            ZoneId zone,
            Set<Commune> territory,
            @Nullable List<Kind> kinds,
            @Nullable List<TariffLine> tariff)
            implements NetworkCommand {}

    /** Changes the territory; by a coordinator or an administrator. */
    record ChangeTerritory(NetworkId network, @Nullable MemberId by, Set<Commune> territory)
            implements NetworkCommand {}

    /**
     * Adds a kind, and adopts a tariff version that holds it, effective today; by a coordinator.
     *
     * @param rate hundredths per hour or unit
     * @param dailyCap null for none
     */
    record AddKind(
            NetworkId network,
            MemberId by,
            Kind kind,
            long rate,
            @Nullable Integer dailyCap,
            RoleWeights weights) implements NetworkCommand {}

    /**
     * Appoints a coordinator; by a coordinator, or by an administrator ({@code by} null) as long as no coordinator of the
     * network has an account. An administrator, as an import, may appoint somebody whose account is still to come.
     */
    record AppointCoordinator(
            NetworkId network, MemberId member, @Nullable MemberId by) implements NetworkCommand {}

    /** Dismisses a coordinator; the last one stays. */
    record DismissCoordinator(
            NetworkId network, MemberId member, @Nullable MemberId by) implements NetworkCommand {}

    /** Registers an organisation; {@code siret} null for an informal collective. */
    record RegisterOrganisation(
            NetworkId network,
            @Nullable MemberId by,
            OrganisationId organisation,
            String name,
            @Nullable String siret) implements NetworkCommand {}

    /** Allows or forbids decisions by the parent's coordinators. */
    record AllowParentDecisions(NetworkId network, MemberId by, boolean allowed) implements NetworkCommand {}
}
