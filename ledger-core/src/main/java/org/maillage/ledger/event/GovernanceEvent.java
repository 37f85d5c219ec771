package org.maillage.ledger.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.StreamId;

/** The versions of tariff and charter (rule 11). */
public sealed interface GovernanceEvent extends LedgerEvent {

    @Override
    NetworkId network();

    /**
     * A tariff version was adopted.
     *
     * @param version from 1, without gaps
     * @param effective first day of contribution that it rules; version 1 covers all earlier days too; a later version
     *     takes effect on or after its adoption day (rule 4)
     * @param adoptedOn the civil day of adoption in the network's zone
     * @param by the coordinator; null for version 1
     * @param lines one for each kind of the network
     * @param paidTimeToFund whether paid time gives its mailles to the common fund (rule 8)
     * @param floor what an account may be taken down to by giving (rule 9)
     * @param note why, for those who read the versions; 0 to 1,000 characters
     */
    @EventName("tariff.adopted.1")
    record TariffAdopted(
            NetworkId network,
            int version,
            LocalDate effective,
            LocalDate adoptedOn,
            @Nullable MemberId by,
            List<TariffLine> lines,
            boolean paidTimeToFund,
            Mailles floor,
            String note)
            implements GovernanceEvent {

        public TariffAdopted {
            lines = List.copyOf(lines);
        }

        @Override
        public StreamId stream() {
            return StreamId.tariffOf(network);
        }
    }

    /**
     * What a tariff says of one kind.
     *
     * @param rate hundredths of a maille per hour (TIME) or per unit (COUNT); 0 or more
     * @param dailyCap most minutes or units of the kind that are credited to an account in a day; null for no cap
     * @param weights its weights on the roles
     */
    record TariffLine(KindCode kind, long rate, @Nullable Integer dailyCap, RoleWeights weights) {

        public TariffLine {
            if (rate < 0 || rate > 1_000_000 || (dailyCap != null && dailyCap < 1)) {
                throw new IllegalArgumentException("a rate is 0 to 1,000,000 hundredths, a daily cap at least 1");
            }
        }
    }

    /** A charter version was published; {@code text} is public. */
    @EventName("charter.published.1")
    record CharterPublished(
            NetworkId network, int version, @Nullable MemberId by, String text) implements GovernanceEvent {

        @Override
        public StreamId stream() {
            return StreamId.charterOf(network);
        }
    }
}
