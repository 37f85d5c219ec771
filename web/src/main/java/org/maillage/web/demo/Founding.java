package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.network.NetworkCommand.AllowParentDecisions;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.network.ShippedKinds;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;

/** How a network comes to be and governs itself: creation, organisations, coordinators, charter, tariff. */
final class Founding {

    /** In this region paid time stays with those who earn it, from version 3 on. */
    private static final int KEEPS_PAID_TIME = 4;

    private static final KindCode DROP_IN = new KindCode("drop-in");

    private static final String CHARTER = """
        L’éducation n’est pas une marchandise : ici, on apprend et on transmet sans rien vendre.
        Chaque contribution compte, quel que soit le rôle et quelle que soit la personne.
        On demande avant d’offrir, et on remercie.
        Ce que nous créons est librement réutilisable.
        """;

    private final Society society;
    private final Milestones days;
    private final Script script;
    private final String key;

    Founding(Society society, Milestones days, Script script) {
        this.society = society;
        this.days = days;
        this.script = script;
        this.key = society.region().key();
    }

    /** The command that creates a network. */
    static Create create(Terrain terrain, @Nullable NetworkId parent) {
        var territory = new LinkedHashSet<Commune>();
        for (var i = 0; i < terrain.region().communes().size(); i++) {
            territory.add(terrain.region().commune(i));
        }
        return new Create(terrain.network(), terrain.region().name(), parent, Milestones.PARIS, territory, null, null);
    }

    /** The first charter of the parent: it names its day, so that a later making finds the day that it continues. */
    static PublishCharter parentCharter(Terrain parent, LocalDate today) {
        return new PublishCharter(
                parent.network(),
                null,
                1,
                CHARTER + "Charte adoptée par les douze réseaux le " + today.minusMonths(14));
    }

    void tell(@Nullable NetworkId parent) {
        var start = days.start();
        if (parent != null) {
            script.add(at(start, 8, 0), key + "/create", create(society.terrain(), parent));
            script.add(at(start, 8, 10), key + "/charter/1", new PublishCharter(network(), null, 1, CHARTER));
            organisations(start);
            tariffs();
        }
        for (var coordinator : society.coordinators()) {
            script.add(
                    at(start, 8, 45),
                    key + "/appoint/" + coordinator.number(),
                    new AppointCoordinator(network(), coordinator.member(), null));
        }
    }

    private void organisations(LocalDate start) {
        for (var organisation : society.terrain().organisations()) {
            script.add(
                    at(start, 8, 15),
                    key + "/organisation/" + organisation.id(),
                    new RegisterOrganisation(
                            network(), null, organisation.id(), organisation.name(), organisation.siret()));
        }
    }

    private void tariffs() {
        var region = society.region();
        var first = society.coordinators().getFirst().member();
        script.add(
                at(days.secondTariff(region), 14, 0),
                key + "/kind",
                new AddKind(network(), first, Doing.SHEETS, 50, 10, Doing.SHEETS_WEIGHTS));
        script.add(
                at(days.secondCharter(region), 10, 0),
                key + "/charter/2",
                new PublishCharter(
                        network(), first, 2, CHARTER + "Nous comptons les personnes accueillies, sans les nommer.\n"));
        var adoption = days.thirdTariff(region);
        script.add(
                at(adoption, 18, 0),
                key + "/tariff/3",
                new AdoptTariff(
                        network(),
                        first,
                        3,
                        adoption.plusMonths(1).withDayOfMonth(1),
                        thirdLines(),
                        region.number() != KEEPS_PAID_TIME,
                        Mailles.ZERO,
                        "Une heure vaut toujours 2 mailles, pour chaque rôle et chaque personne. La fiche relue passe"
                                + " de 0,50 à 0,40 maille, douze par jour au plus ; une permanence compte pour trois"
                                + " heures au plus par jour."));
        if (region.number() == Entrustments.PARENT_DECIDES) {
            script.add(
                    at(days.start().plusDays(20), 9, 0),
                    key + "/allow-parent",
                    new AllowParentDecisions(network(), first, true));
        }
    }

    private static List<TariffLine> thirdLines() {
        var lines = new ArrayList<TariffLine>();
        for (var line : ShippedKinds.tariff()) {
            var cap = line.kind().equals(DROP_IN) ? Integer.valueOf(180) : line.dailyCap();
            lines.add(new TariffLine(line.kind(), line.rate(), cap, line.weights()));
        }
        lines.add(new TariffLine(Doing.SHEETS.code(), 40, 12, Doing.SHEETS_WEIGHTS));
        return lines;
    }

    private NetworkId network() {
        return society.terrain().network();
    }
}
