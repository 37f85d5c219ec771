package org.maillage.projection.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/** Networks and what rules them, as of a date of recording. All of it is public text. */
public interface Networks {

    Optional<Network> find(NetworkId network);

    /** Every network, by name. */
    List<Network> all();

    /** Networks nested directly in one, by name. */
    List<Network> children(NetworkId network);

    /** Communes of the territory. */
    Set<Commune> territory(NetworkId network, LocalDate asOf);

    /** Kinds, in the order in which they came; the newest version of each. */
    List<Kind> kinds(NetworkId network, LocalDate asOf);

    /** Organisations, by name. */
    List<Organisation> organisations(NetworkId network, LocalDate asOf);

    Optional<Organisation> organisation(NetworkId network, OrganisationId organisation);

    /** Versions of the tariff, oldest first. */
    List<Tariff> tariffs(NetworkId network, LocalDate asOf);

    /** The version in force on a contribution day (rule 4). */
    Optional<Tariff> tariffOn(NetworkId network, LocalDate day);

    /** Versions of the charter, oldest first. */
    List<Charter> charters(NetworkId network, LocalDate asOf);
}
