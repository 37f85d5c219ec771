package org.maillage.web.contributions;

import java.util.Locale;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.contribution.Share.Outcome;
import org.maillage.web.credits.Computation;
import org.maillage.web.frame.Words;

/**
 * Why a share issued what it did, from its event alone (rule 4).
 *
 * @param weights what it counts for in a portrait
 * @param capped that the tariff's daily cap left some of it out; empty where it did not
 * @param tariff version of the tariff
 */
record CreditedShare(Computation why, String weights, String capped, int tariff) {

    static CreditedShare of(Outcome outcome, Words words, Locale locale) {
        var measure = outcome.accepted().units() == 0 ? Measure.TIME : Measure.COUNT;
        var terms = new Computation.Terms(
                measure,
                outcome.credited(),
                outcome.rate(),
                outcome.weights(),
                outcome.tariffVersion(),
                outcome.computation());
        return new CreditedShare(
                Computation.of(terms, outcome.amount(), words, locale),
                words.weights(outcome.weights(), locale),
                capped(outcome, measure, words, locale),
                outcome.tariffVersion());
    }

    private static String capped(Outcome outcome, Measure measure, Words words, Locale locale) {
        return outcome.credited() < outcome.accepted().credited(measure)
                ? words.say("queue.sum.capped", locale, words.quantity(outcome.accepted(), locale))
                : "";
    }
}
