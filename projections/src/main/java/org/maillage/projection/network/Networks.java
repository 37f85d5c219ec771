package org.maillage.projection.network;

import io.micronaut.context.BeanContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;

/** Networks and what rules them, as of a date of recording. All of it is public text. */
public final class Networks {

    private final NetworkRepository networks;
    private final KindRepository kinds;
    private final OrganisationRepository organisations;
    private final GovernanceRepository governance;

    public Networks(BeanContext beans) {
        networks = beans.getBean(NetworkRepository.class);
        kinds = beans.getBean(KindRepository.class);
        organisations = beans.getBean(OrganisationRepository.class);
        governance = beans.getBean(GovernanceRepository.class);
    }

    /** A network; empty where it is unknown. */
    public Optional<Network> find(NetworkId network) {
        return networks.find(network.value()).map(NetworkRow::asNetwork);
    }

    /** Every network, by name. */
    public List<Network> all() {
        return networks.all().stream().map(NetworkRow::asNetwork).toList();
    }

    /** Networks nested directly in one, by name. */
    public List<Network> children(NetworkId network) {
        return networks.children(network.value()).stream()
                .map(NetworkRow::asNetwork)
                .toList();
    }

    /** Communes of the territory, by code. */
    public Set<Commune> territory(NetworkId network, LocalDate asOf) {
        return networks.territory(network.value(), asOf)
                .map(TerritoryRow::communes)
                .orElse(Set.of());
    }

    /** Kinds, in the order in which they came; the newest version of each. */
    public List<Kind> kinds(NetworkId network, LocalDate asOf) {
        return kinds.kinds(network.value(), asOf).stream().map(KindRow::asKind).toList();
    }

    /** Organisations, by name. */
    public List<Organisation> organisations(NetworkId network, LocalDate asOf) {
        return organisations.all(network.value(), asOf).stream()
                .map(OrganisationRow::asOrganisation)
                .toList();
    }

    /** An organisation; empty where it is unknown or of another network. */
    public Optional<Organisation> organisation(NetworkId network, OrganisationId organisation) {
        return organisations.find(network.value(), organisation.value()).map(OrganisationRow::asOrganisation);
    }

    /** Versions of the tariff, oldest first. */
    public List<Tariff> tariffs(NetworkId network, LocalDate asOf) {
        var lines = governance.lines(network.value()).stream().collect(Collectors.groupingBy(TariffLineRow::version));
        return governance.tariffs(network.value(), asOf).stream()
                .map(row -> new Tariff(
                        row.version(),
                        row.effective(),
                        row.adoptedOn(),
                        row.decidedBy() == null ? null : new MemberId(row.decidedBy()),
                        row.paidTimeToFund(),
                        new Mailles(row.floor()),
                        row.note(),
                        lines.getOrDefault(row.version(), List.of()).stream()
                                .map(TariffLineRow::asLine)
                                .toList()))
                .toList();
    }

    /** The versions known now, which say what rules a day and a kind. */
    public Tariffs tariffsNow(NetworkId network) {
        return new Tariffs(tariffs(network, AsOf.NOW));
    }

    /** Versions of the charter, oldest first. */
    public List<Charter> charters(NetworkId network, LocalDate asOf) {
        return governance.charters(network.value(), asOf).stream()
                .map(CharterRow::asCharter)
                .toList();
    }
}
