package org.maillage.web.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.credit.Computation;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.network.Tariff;

/** What shares are worth, or would be if their claim were validated now; the ledger may meet a daily cap. */
record Reckoning(List<Tariff> tariffs) {

    /** By the versions of a network's tariff. */
    static Reckoning in(NetworkId network, Projections views) {
        return new Reckoning(views.networks().tariffs(network, AsOf.NOW));
    }

    /**
     * What a share is counted by.
     *
     * @param quantity what counts of it
     * @param version of the tariff in force on its day
     * @param hundredths of a maille
     */
    record Counted(Share share, Quantity quantity, TariffLine line, Tariff version, long hundredths) {}

    /** What validating now would make of a share; empty where its contributor has not confirmed it. */
    Optional<Counted> count(Share share) {
        var confirmed = share.confirmed();
        var outcome = share.outcome();
        var quantity = outcome == null ? confirmed : outcome.accepted();
        return quantity == null
                ? Optional.empty()
                : inForce(share.day()).flatMap(tariff -> count(share, quantity, tariff));
    }

    /** Hundredths of a maille over all shares. */
    long hundredths(List<Share> shares) {
        return shares.stream()
                .flatMap(share -> count(share).stream())
                .mapToLong(Counted::hundredths)
                .sum();
    }

    private Optional<Tariff> inForce(LocalDate day) {
        return tariffs.stream()
                .filter(tariff -> tariff.version() == 1 || !tariff.effective().isAfter(day))
                .reduce((_, later) -> later);
    }

    private static Optional<Counted> count(Share share, Quantity quantity, Tariff tariff) {
        var measure = share.claimed().units() > 0 ? Measure.COUNT : Measure.TIME;
        return tariff.lines().stream()
                .filter(line -> line.kind().equals(share.kind()))
                .findFirst()
                .map(line -> new Counted(share, quantity, line, tariff, hundredths(share, quantity, line, measure)));
    }

    private static long hundredths(Share share, Quantity quantity, TariffLine line, Measure measure) {
        var outcome = share.outcome();
        return outcome != null
                ? outcome.amount().hundredths()
                : Computation.of(measure, line, quantity.credited(measure), 0)
                        .amount()
                        .hundredths();
    }
}
