package org.maillage.web.credits;

import java.util.Locale;
import org.maillage.projection.member.Standing;
import org.maillage.web.credits.Gifts.Gift;
import org.maillage.web.credits.Gifts.Giver;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says a gift before and after it is given. */
@Component
final class GiftWords {

    private final Gifts gifts;
    private final Words words;

    GiftWords(Gifts gifts, Words words) {
        this.gifts = gifts;
        this.words = words;
    }

    /** What will be given, before it is. */
    String before(Gift gift, Giver giver, Standing standing, Locale locale) {
        var to = words.account(standing.network(), gift.to(), locale);
        if (gift.amount().hundredths() == 0) {
            return words.say("thanks.confirm.zero", locale, to);
        }
        var key = giver.isFund()
                ? "thanks.confirm.grant"
                : Statements.isFund(gift.to()) ? "thanks.confirm.toFund" : "thanks.confirm";
        return words.say(key, locale, words.mailles(gift.amount(), locale), to);
    }

    /** What is left of a giver once it is given; for a thank-you without mailles, that it counts too. */
    String left(Gift gift, Giver giver, Locale locale) {
        if (gift.amount().hundredths() == 0) {
            return words.say("thanks.confirm.zero.text", locale);
        }
        var left = giver.available().minus(gift.amount());
        var number = words.say("shell.number", locale, left.hundredths() / 100.0);
        return words.say(giver.isFund() ? "thanks.confirm.left.fund" : "thanks.confirm.left", locale, number);
    }

    /** What was given, and what is left. */
    String done(Gift gift, Giver giver, Standing standing, Locale locale) {
        var to = words.account(standing.network(), gift.to(), locale);
        var amount = words.mailles(gift.amount(), locale);
        var left = giver.isFund()
                ? gifts.fund(standing).available()
                : gifts.oneself(standing).available();
        if (giver.isFund()) {
            return words.say("thanks.done.grant", locale, amount, to, words.mailles(left, locale));
        }
        if (gift.amount().hundredths() == 0) {
            return words.say("thanks.done.zero", locale, to);
        }
        var key = Statements.isFund(gift.to()) ? "thanks.done.fund" : "thanks.done";
        return words.say(key, locale, amount, to, words.mailles(left, locale));
    }
}
