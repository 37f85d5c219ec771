package org.maillage.web.contributions;

import java.util.Locale;
import java.util.Optional;
import org.maillage.ledger.credit.Computation;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Tariff;
import org.maillage.web.contributions.ClaimReading.Own;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What the claimant's own part would be worth, by the tariff in force on its day (rule 4). */
@Component
class ClaimEstimate {

    private final Projections views;
    private final Words words;

    ClaimEstimate(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /**
     * An estimate with its computation.
     *
     * @param hundredths mailles
     * @param quantity such as «2 h»
     * @param rate mailles for an hour or a unit, as a text
     * @param roles what it counts for
     * @param fund whether the mailles go to the common fund (rule 8)
     * @param capped whether the tariff's daily cap leaves some of it out
     */
    record Estimate(
            long hundredths,
            String quantity,
            String rate,
            String roles,
            String kind,
            int tariff,
            boolean counted,
            boolean fund,
            boolean capped) {}

    /** What this part would be worth; empty where the tariff knows nothing of its kind. */
    Optional<Estimate> of(Own own, Measure measure, Standing standing, Locale locale) {
        return views.networks()
                .tariffsNow(standing.network())
                .on(own.day(), own.kind())
                .map(rules -> estimate(own, measure, rules.version(), rules.line(), standing, locale));
    }

    private Estimate estimate(
            Own own, Measure measure, Tariff tariff, TariffLine line, Standing standing, Locale locale) {
        var credited = own.quantity().credited(measure);
        var computed = Computation.of(measure, line, credited, 0);
        return new Estimate(
                computed.amount().hundredths(),
                words.quantity(own.quantity(), locale),
                words.say("shell.number", locale, line.rate() / 100.0),
                words.roles(line.weights().basisPoints().keySet(), locale),
                words.kind(standing.network(), own.kind(), locale),
                tariff.version(),
                measure == Measure.COUNT,
                tariff.paidTimeToFund() && own.payment().goesToFund(),
                computed.credited() < credited);
    }
}
