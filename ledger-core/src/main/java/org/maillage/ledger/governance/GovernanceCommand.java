package org.maillage.ledger.governance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** What can be asked about tariff and charter. */
public sealed interface GovernanceCommand extends LedgerCommand {

    /**
     * Adopts a tariff version; by a coordinator.
     *
     * @param version the next one
     * @param effective on or after today in the network's zone (rule 4)
     */
    record AdoptTariff(
            NetworkId network,
            MemberId by,
            int version,
            LocalDate effective,
            List<TariffLine> lines,
            boolean paidTimeToFund,
            Mailles floor,
            String note)
            implements GovernanceCommand {}

    /** Publishes a charter version: the next one; by a coordinator, or by null from an administrator. */
    record PublishCharter(NetworkId network, @Nullable MemberId by, int version, String text)
            implements GovernanceCommand {}
}
