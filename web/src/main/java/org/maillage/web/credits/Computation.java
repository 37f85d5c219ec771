package org.maillage.web.credits;

import java.util.Locale;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.web.frame.Words;

/**
 * «2 h × 2 = 4 mailles», in its parts, as a sentence, and as the event states it (rule 4).
 *
 * @param result hundredths of a maille
 */
public record Computation(
        String left, String leftWord, String right, String rightWord, long result, String sentence, String stated) {

    /**
     * What a share was counted by, as its event froze it.
     *
     * @param credited minutes or units
     * @param rate hundredths of a maille for an hour or a unit
     * @param tariff version of the tariff
     * @param stated the computation, as the event has it
     */
    public record Terms(Measure measure, int credited, long rate, RoleWeights weights, int tariff, String stated) {

        String creditedText(Words words, Locale locale) {
            return switch (measure) {
                case TIME -> words.duration(credited, locale);
                case COUNT -> words.say("words.units", locale, credited);
            };
        }
    }

    /** In the reader's words. */
    public static Computation of(Terms terms, Mailles result, Words words, Locale locale) {
        var timed = terms.measure() == Measure.TIME;
        var credited = terms.creditedText(words, locale);
        var rate = words.say("shell.number", locale, terms.rate() / 100.0);
        var roles = words.roles(terms.weights().basisPoints().keySet(), locale);
        var amount = words.mailles(result, locale);
        return new Computation(
                credited,
                words.say(timed ? "queue.sum.duration" : "queue.sum.units", locale),
                rate,
                words.say(timed ? "queue.sum.perHour" : "queue.sum.perUnit", locale, roles),
                result.hundredths(),
                words.say("credits.computation.sentence", locale, credited, rate, roles, terms.tariff(), amount),
                terms.stated());
    }
}
