package org.maillage.web.imports;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.network.NetworkCommand;
import org.maillage.ledger.value.Kind;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.Mapping;

/** The network that is made for a source. */
final class NewNetworks {

    private NewNetworks() {}

    /** Its command: kinds and first tariff are the mapping's. */
    static NetworkCommand.Create create(ImportJob job, Mapping mapping, ZoneId zone) {
        var network = mapping.network();
        if (network == null) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "network");
        }
        return new NetworkCommand.Create(
                job.network(),
                Objects.requireNonNull(job.networkName()),
                null,
                zone,
                Set.of(),
                network.kinds().stream()
                        .map(k -> new Kind(k.code(), k.measure(), k.label(), 1))
                        .toList(),
                network.kinds().stream()
                        .map(k -> new TariffLine(k.code(), k.rate(), k.dailyCap(), k.weights()))
                        .toList());
    }
}
