package org.maillage.ledger.network;

import static org.maillage.ledger.Refused.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.Reason;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.MemberState.Status;
import org.maillage.ledger.decision.NetworkState;
import org.maillage.ledger.decision.TariffState.InForce;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.event.NetworkEvent.CoordinatorAppointed;
import org.maillage.ledger.event.NetworkEvent.CoordinatorDismissed;
import org.maillage.ledger.event.NetworkEvent.Created;
import org.maillage.ledger.event.NetworkEvent.KindAdded;
import org.maillage.ledger.event.NetworkEvent.OrganisationRegistered;
import org.maillage.ledger.event.NetworkEvent.ParentDecisionsAllowed;
import org.maillage.ledger.event.NetworkEvent.TerritoryChanged;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.network.NetworkCommand.AllowParentDecisions;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.ChangeTerritory;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;

/** Decides what a network is: territory, kinds, coordinators, organisations (rules 3 and 16). */
public final class NetworkHandler {

    private static final int MOST_COMMUNES = 40_000;

    public void handle(NetworkCommand command, Decision decision) {
        switch (command) {
            case Create c -> create(c, decision);
            case ChangeTerritory c -> changeTerritory(c, decision);
            case AddKind c -> addKind(c, decision);
            case AppointCoordinator c -> appoint(c, decision);
            case DismissCoordinator c -> dismiss(c, decision);
            case RegisterOrganisation c -> register(c, decision);
            case AllowParentDecisions c -> allowParent(c, decision);
        }
    }

    /** Kinds and tariff are copied from the parent, or are the shipped ones; nothing crosses afterwards (rule 16). */
    private static void create(Create command, Decision decision) {
        Guards.installation(decision);
        when(decision.exists(command.network()), Reason.ALREADY_EXISTS);
        when(command.network().equals(command.parent()), Reason.PARENT_WITHIN_ITSELF);
        var parent = command.parent();
        if (parent != null) {
            decision.network(parent);
        }
        var today = LocalDate.ofInstant(decision.now(), command.zone());
        var kinds = kinds(command, decision);
        var tariff = tariff(command, kinds, decision, today);
        guardComplete(kinds, tariff);
        var model = parent == null ? null : decision.tariff(parent).on(today);
        decision.append(new Created(
                command.network(),
                Texts.required(command.name(), 80),
                command.parent(),
                command.zone(),
                guarded(command.territory()),
                kinds));
        decision.tariff(command.network());
        decision.append(new TariffAdopted(
                command.network(),
                1,
                today,
                today,
                null,
                tariff,
                model == null || model.paidTimeToFund(),
                model == null ? Mailles.ZERO : model.floor(),
                ""));
    }

    private static List<Kind> kinds(Create command, Decision decision) {
        var given = command.kinds();
        if (given != null) {
            return given;
        }
        var parent = command.parent();
        return parent == null
                ? ShippedKinds.kinds()
                : List.copyOf(decision.network(parent).kinds().values());
    }

    /** Of a parent each kind's own line today: the version that rules the day may be older than a kind. */
    private static List<TariffLine> tariff(Create command, List<Kind> kinds, Decision decision, LocalDate today) {
        var given = command.tariff();
        if (given != null) {
            return given;
        }
        var parent = command.parent();
        return parent == null
                ? ShippedKinds.tariff()
                : kinds.stream()
                        .flatMap(kind -> decision.tariff(parent).on(today, kind.code()).stream())
                        .map(InForce::line)
                        .toList();
    }

    private static void guardComplete(List<Kind> kinds, List<TariffLine> tariff) {
        kinds.forEach(NetworkHandler::guardLabel);
        Set<KindCode> codes = kinds.stream().map(Kind::code).collect(Collectors.toSet());
        Set<KindCode> ruled = tariff.stream().map(TariffLine::kind).collect(Collectors.toSet());
        when(kinds.isEmpty() || codes.size() != kinds.size(), Reason.INVALID_VALUE);
        when(!codes.equals(ruled) || ruled.size() != tariff.size(), Reason.TARIFF_INCOMPLETE);
    }

    private static void guardLabel(Kind kind) {
        Texts.required(kind.label(), 80);
    }

    private static Set<Commune> guarded(Set<Commune> territory) {
        when(territory.size() > MOST_COMMUNES, Reason.TOO_MANY_NAMED);
        when(!territory.stream().allMatch(commune -> commune.code().isOfADepartement()), Reason.COMMUNE_INVALID);
        return territory;
    }

    private static void changeTerritory(ChangeTerritory command, Decision decision) {
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        decision.network(command.network());
        decision.append(new TerritoryChanged(command.network(), guarded(command.territory())));
    }

    private static void addKind(AddKind command, Decision decision) {
        Guards.coordinator(decision, command.network(), command.by());
        var network = decision.network(command.network());
        when(network.kinds().containsKey(command.kind().code()), Reason.ALREADY_EXISTS);
        when(command.kind().version() != 1, Reason.VERSION_NOT_NEXT);
        guardLabel(command.kind());
        var tariff = decision.tariff(command.network());
        var today = decision.today(network);
        var current = tariff.on(today);
        var lines = new ArrayList<>(current.lines());
        lines.add(new TariffLine(command.kind().code(), command.rate(), command.dailyCap(), command.weights()));
        decision.append(new KindAdded(command.network(), command.kind()));
        decision.append(new TariffAdopted(
                command.network(),
                tariff.newest() + 1,
                today,
                today,
                command.by(),
                lines,
                current.paidTimeToFund(),
                current.floor(),
                ""));
    }

    private static void appoint(AppointCoordinator command, Decision decision) {
        var network = decision.network(command.network());
        guardAppoints(command, network, decision);
        var member = decision.member(command.member());
        when(!member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
        // Who acts for the installation may appoint somebody whose account is still to come: it waits for them.
        var mayBeWithoutAccount = command.by() == null
                && switch (decision.actor().type()) {
                    case IMPORT, ADMINISTRATOR -> true;
                    case SYSTEM, PERSON, TOKEN, LINK -> false;
                };
        when(member.status() != Status.JOINED && !(mayBeWithoutAccount && member.isIn()), Reason.NOT_AN_ACTIVE_MEMBER);
        if (!network.isCoordinator(command.member())) {
            decision.append(new CoordinatorAppointed(command.network(), command.member(), command.by()));
        }
    }

    /** Coordinators appoint each other; an administrator appoints until one of them can sign in (rule 3). */
    private static void guardAppoints(AppointCoordinator command, NetworkState network, Decision decision) {
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        var administers = command.by() == null && decision.actor().type() == Actor.Type.ADMINISTRATOR;
        when(
                administers && !network.isCoordinator(command.member()) && isLed(network, decision),
                Reason.NOT_A_COORDINATOR);
    }

    /** Whether a coordinator has an account; imports appoint people who have none. */
    private static boolean isLed(NetworkState network, Decision decision) {
        return network.coordinators().stream()
                .anyMatch(member -> decision.personOf(member).isPresent());
    }

    private static void dismiss(DismissCoordinator command, Decision decision) {
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        var network = decision.network(command.network());
        when(!decision.member(command.member()).isOf(command.network()), Reason.UNKNOWN_MEMBER);
        when(!network.isCoordinator(command.member()), Reason.NOT_A_COORDINATOR_YET);
        when(network.coordinators().size() == 1, Reason.LAST_COORDINATOR);
        decision.append(new CoordinatorDismissed(command.network(), command.member(), command.by()));
    }

    private static void register(RegisterOrganisation command, Decision decision) {
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        var network = decision.network(command.network());
        when(network.organisations().contains(command.organisation()), Reason.ALREADY_EXISTS);
        var siret = command.siret();
        when(siret != null && !Siret.isValid(siret), Reason.SIRET_INVALID);
        decision.append(new OrganisationRegistered(
                command.network(), command.organisation(), Texts.required(command.name(), 120), siret, siret == null));
    }

    private static void allowParent(AllowParentDecisions command, Decision decision) {
        Guards.coordinator(decision, command.network(), command.by());
        if (decision.network(command.network()).parentDecisions() != command.allowed()) {
            decision.append(new ParentDecisionsAllowed(command.network(), command.allowed()));
        }
    }
}
