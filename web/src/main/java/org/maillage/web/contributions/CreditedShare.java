package org.maillage.web.contributions;

import java.util.Locale;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.contribution.Share.Outcome;
import org.maillage.web.frame.Words;

/**
 * Why a share issued what it did, from its event alone (rule 4): «2 h × 2 = 4 mailles» in its parts, as a sentence, and as
 * the event states it.
 *
 * @param result hundredths of a maille
 * @param weights what it counts for in a portrait
 * @param capped that the tariff's daily cap left some of it out; empty where it did not
 * @param tariff version of the tariff
 */
record CreditedShare(
        String left,
        String leftWord,
        String right,
        String rightWord,
        long result,
        String sentence,
        String stated,
        String weights,
        String capped,
        int tariff) {

    static CreditedShare of(Outcome outcome, Words words, Locale locale) {
        var timed = outcome.accepted().units() == 0;
        var credited = timed
                ? words.duration(outcome.credited(), locale)
                : words.say("words.units", locale, outcome.credited());
        var rate = words.say("shell.number", locale, outcome.rate() / 100.0);
        var roles = words.roles(outcome.weights().basisPoints().keySet(), locale);
        return new CreditedShare(
                credited,
                words.say(timed ? "queue.sum.duration" : "queue.sum.units", locale),
                rate,
                words.say(timed ? "queue.sum.perHour" : "queue.sum.perUnit", locale, roles),
                outcome.amount().hundredths(),
                words.say(
                        "credits.computation.sentence",
                        locale,
                        credited,
                        rate,
                        roles,
                        outcome.tariffVersion(),
                        words.mailles(outcome.amount(), locale)),
                outcome.computation(),
                words.weights(outcome.weights(), locale),
                capped(outcome, timed ? Measure.TIME : Measure.COUNT, words, locale),
                outcome.tariffVersion());
    }

    private static String capped(Outcome outcome, Measure measure, Words words, Locale locale) {
        return outcome.credited() < outcome.accepted().credited(measure)
                ? words.say("queue.sum.capped", locale, words.quantity(outcome.accepted(), locale))
                : "";
    }
}
