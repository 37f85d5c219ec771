package org.maillage.web.credits;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.TransferId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Tariff;
import org.maillage.web.credits.Receivers.Receiver;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Reads gifts before they are given, so that what is wrong is said beside its field and nothing is stored. */
@Component
final class Gifts {

    /** Longest words that the ledger takes with a gift. */
    private static final int LONGEST = 500;

    /** Beside which field a refusal of the ledger is said; beside the receiver where it is about none. */
    private static final Map<Reason, String> FIELDS = Map.of(
            Reason.NOT_ENOUGH_AVAILABLE, "amount",
            Reason.AMOUNT_NEGATIVE, "amount",
            Reason.AMOUNT_TOO_LARGE, "amount",
            Reason.QUANTITY_MISSING, "amount",
            Reason.TEXT_TOO_LONG, "words",
            Reason.TEXT_UNREADABLE, "words");

    private final Projections views;
    private final Receivers receivers;
    private final RefusalTexts refusals;
    private final Words words;
    private final java.time.Clock clock;

    Gifts(Projections views, Receivers receivers, RefusalTexts refusals, Words words, java.time.Clock clock) {
        this.views = views;
        this.receivers = receivers;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    /** One's own account as what gives. */
    Giver oneself(Standing standing) {
        var account = AccountId.of(standing.member());
        var floor = views.networks()
                .tariffsNow(standing.network())
                .on(standing.today(clock))
                .map(Tariff::floor)
                .orElse(Mailles.ZERO);
        return new Giver(account, available(standing, account), floor);
    }

    /** The common fund as what gives; never below zero (rule 9). */
    Giver fund(Standing standing) {
        var account = AccountId.fundOf(standing.network());
        return new Giver(account, available(standing, account), Mailles.ZERO);
    }

    private Mailles available(Standing standing, AccountId account) {
        return views.accounts().balance(standing.network(), account, AsOf.NOW).available();
    }

    /** The gift that was typed; null, and sentences by field, where it cannot be given so. */
    @Nullable
    Gift read(GiftForm typed, Giver giver, Standing standing, Locale locale, Form form) {
        var to = receiver(typed, giver, standing, locale, form);
        var amount = form.read(
                "amount", () -> Statements.amount(typed.amount()), words.say("thanks.amount.invalid", locale));
        if (amount != null) {
            guard(amount, to, giver, locale, form);
            // What is sent a second time is answered as the first time, although less is available since.
            if (!typed.step().equals(GiftForm.SEND)) {
                guardBalance(amount, giver, locale, form);
            }
        }
        if (typed.words().strip().length() > LONGEST) {
            form.fault("words", words.say("thanks.words.long", locale, LONGEST));
        }
        return form.isRead() && to != null && amount != null ? new Gift(to, amount) : null;
    }

    private void guard(Mailles amount, @Nullable AccountId to, Giver giver, Locale locale, Form form) {
        if (amount.isNegative()) {
            form.fault("amount", whole(Reason.AMOUNT_NEGATIVE, locale));
        } else if (amount.hundredths() == 0 && !giver.thanks(to)) {
            form.fault("amount", words.say("thanks.amount.zero", locale));
        }
    }

    private void guardBalance(Mailles amount, Giver giver, Locale locale, Form form) {
        if (amount.hundredths() > 0 && giver.available().minus(giver.floor()).compareTo(amount) < 0) {
            var key = giver.isFund() ? "thanks.amount.above.fund" : "thanks.amount.above";
            form.fault("amount", words.say(key, locale, words.mailles(giver.available(), locale)));
        }
    }

    private String whole(Reason reason, Locale locale) {
        return refusals.whole(new Refused(reason), locale);
    }

    // A name that only one bears is chosen by it; of several, one is asked for.
    private @Nullable AccountId receiver(GiftForm typed, Giver giver, Standing standing, Locale locale, Form form) {
        var fund = AccountId.fundOf(standing.network()).toString();
        if (!giver.isFund() && typed.to().equals(fund)) {
            return AccountId.fundOf(standing.network());
        }
        if (typed.step().equals(GiftForm.SEND) && !typed.to().isEmpty()) {
            return readOver(typed, standing, locale, form);
        }
        var found = receivers.search(standing, typed.qui());
        var chosen =
                found.stream().map(Receiver::account).filter(typed.to()::equals).findFirst();
        if (chosen.isPresent() || found.size() == 1) {
            return AccountId.of(chosen.orElseGet(() -> found.getFirst().account()));
        }
        form.fault("qui", words.say(fault(typed, found, standing, locale), locale, typed.qui()));
        return null;
    }

    // Whoever was read over is who receives: never another who bears the name by now.
    private @Nullable AccountId readOver(GiftForm typed, Standing standing, Locale locale, Form form) {
        var to = AccountId.of(typed.to());
        var oneself = AccountId.of(standing.member());
        if (to.equals(oneself)) {
            form.fault("qui", words.say("thanks.oneself", locale));
            return null;
        }
        if (receivers.find(standing, to).isEmpty()) {
            form.fault("qui", words.say("thanks.gone", locale));
            return null;
        }
        return to;
    }

    private String fault(GiftForm typed, List<Receiver> found, Standing standing, Locale locale) {
        if (typed.qui().isEmpty()) {
            return "thanks.to.missing";
        }
        if (!found.isEmpty()) {
            return "thanks.several";
        }
        var own = words.name(standing.network(), standing.member(), locale);
        return Receivers.plain(own).contains(Receivers.plain(typed.qui().strip())) ? "thanks.oneself" : "thanks.nobody";
    }

    /** The command that gives it. */
    static Give command(GiftForm typed, Gift gift, Giver giver, Standing standing) {
        return new Give(
                new TransferId(FormKey.of(typed.key()).id("transfer")),
                standing.network(),
                standing.member(),
                giver.account(),
                gift.to(),
                gift.amount(),
                typed.pour().isBlank() ? null : ContributionId.of(typed.pour()),
                typed.words().isBlank() ? null : typed.words());
    }

    /** Where and how a refusal of the ledger is said. */
    Map<String, String> said(Refused refused, Locale locale) {
        return Map.of(FIELDS.getOrDefault(refused.reason(), "qui"), refusals.whole(refused, locale));
    }

    /** Whose mailles go, how many there are, and below what giving may not go. */
    record Giver(AccountId account, Mailles available, Mailles floor) {

        boolean isFund() {
            return account.holder() == AccountId.Holder.FUND;
        }

        // From one to another, a thank-you without mailles counts too (rule 7).
        private boolean thanks(@Nullable AccountId to) {
            return !isFund() && (to == null || to.holder() == AccountId.Holder.MEMBER);
        }
    }

    /** A gift that can be given. */
    record Gift(AccountId to, Mailles amount) {}
}
