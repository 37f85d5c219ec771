package org.maillage.web.coordination;

import java.util.List;
import java.util.Optional;
import org.maillage.ledger.credit.Computation;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.network.Tariff;
import org.maillage.projection.network.Tariffs;
import org.maillage.projection.network.Tariffs.InForce;

/** What shares are worth, or would be if their claim were validated now; the ledger may meet a daily cap. */
record Reckoning(Tariffs tariffs) {

    /** By the versions of a network's tariff. */
    static Reckoning in(NetworkId network, Projections views) {
        return new Reckoning(views.networks().tariffsNow(network));
    }

    /**
     * What a share is counted by.
     *
     * @param quantity what is accepted of it, or would be
     * @param credited minutes or units that count: fewer where the tariff's daily cap leaves some out
     * @param version of the tariff in force on its day
     * @param hundredths of a maille
     */
    record Counted(Share share, Quantity quantity, int credited, TariffLine line, Tariff version, long hundredths) {

        Measure measure() {
            return measureOf(share);
        }

        /** Whether the daily cap leaves some of it out. */
        boolean capped() {
            return credited < quantity.credited(measure());
        }
    }

    /** What validating now would make of a share; empty where its contributor has not confirmed it. */
    Optional<Counted> count(Share share) {
        var confirmed = share.confirmed();
        var outcome = share.outcome();
        var quantity = outcome == null ? confirmed : outcome.accepted();
        return quantity == null ? Optional.empty() : inForce(share).map(rules -> count(share, quantity, rules));
    }

    /** Hundredths of a maille over all shares. */
    long hundredths(List<Share> shares) {
        return shares.stream()
                .flatMap(share -> count(share).stream())
                .mapToLong(Counted::hundredths)
                .sum();
    }

    /** What rules the kind of a share on its day; empty where no version of the tariff holds the kind. */
    Optional<InForce> inForce(Share share) {
        return tariffs.on(share.day(), share.kind());
    }

    private static Counted count(Share share, Quantity quantity, InForce rules) {
        var line = rules.line();
        var outcome = share.outcome();
        if (outcome != null) {
            return new Counted(
                    share,
                    quantity,
                    outcome.credited(),
                    line,
                    rules.version(),
                    outcome.amount().hundredths());
        }
        var measure = measureOf(share);
        var computed = Computation.of(measure, line, quantity.credited(measure), 0);
        return new Counted(
                share,
                quantity,
                computed.credited(),
                line,
                rules.version(),
                computed.amount().hundredths());
    }

    private static Measure measureOf(Share share) {
        return share.claimed().units() > 0 ? Measure.COUNT : Measure.TIME;
    }
}
