package org.maillage.web.credits;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AccountId;
import org.maillage.web.RefusalStatus;
import org.maillage.web.credits.Gifts.Gift;
import org.maillage.web.credits.Gifts.Giver;
import org.maillage.web.credits.Receivers.Receiver;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Thanking from one's own account, and giving from the common fund: typed, read over, sent. */
@Controller
class GiftPages {

    private static final String OWN = "/merci";
    private static final String FUND = "/fonds/don";
    /** How a link to the form names the fund as the receiver. */
    private static final String TO_FUND = "fonds";

    private final Gifts gifts;
    private final Receivers receivers;
    private final Commands commands;
    private final Words words;

    GiftPages(Gifts gifts, Receivers receivers, Commands commands, Words words) {
        this.gifts = gifts;
        this.receivers = receivers;
        this.commands = commands;
        this.words = words;
    }

    @GetMapping(OWN)
    String thank(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(name = "a", defaultValue = "") String to,
            @RequestParam @Nullable String pour,
            Standing standing,
            Model model) {
        if (to.equals(TO_FUND)) {
            var fund = AccountId.fundOf(standing.network()).toString();
            return show(GiftForm.blank("", fund, "1", pour), Map.of(), gifts.oneself(standing), standing, model);
        }
        var known =
                to.isEmpty() ? null : receivers.find(standing, AccountId.of(to)).orElse(null);
        var typed = known == null
                ? GiftForm.blank(qui, to, "1", pour)
                : GiftForm.blank(known.name(), known.account(), "1", pour);
        return show(typed, Map.of(), gifts.oneself(standing), standing, model);
    }

    @PostMapping(OWN)
    String send(
            GiftForm typed,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        return next(typed, gifts.oneself(standing), viewer, standing, model, locale, response, after);
    }

    @GetMapping(FUND)
    String grant(@RequestParam(defaultValue = "") String qui, Standing standing, Model model) {
        return show(GiftForm.blank(qui, "", "", null), Map.of(), gifts.fund(standing), standing, model);
    }

    @PostMapping(FUND)
    String sendGrant(
            GiftForm typed,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        return next(typed, gifts.fund(standing), viewer, standing, model, locale, response, after);
    }

    private String next(
            GiftForm typed,
            Giver giver,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (typed.step().equals(GiftForm.EDIT)) {
            return show(typed, Map.of(), giver, standing, model);
        }
        var form = new Form();
        var gift = gifts.read(typed, giver, standing, locale, form);
        if (gift == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, form.errors(), giver, standing, model);
        }
        if (!typed.step().equals(GiftForm.SEND)) {
            return confirm(typed, gift, giver, standing, model, locale);
        }
        try {
            commands.run(viewer, FormKey.of(typed.key()), Gifts.command(typed, gift, giver, standing));
        } catch (Refused refused) {
            response.setStatus(RefusalStatus.of(refused).value());
            return show(typed, gifts.said(refused, locale), giver, standing, model);
        }
        after.addFlashAttribute("notice", done(gift, giver, standing, locale));
        return giver.isFund() ? "redirect:/fonds" : "redirect:/mailles";
    }

    private String confirm(GiftForm typed, Gift gift, Giver giver, Standing standing, Model model, Locale locale) {
        var zero = gift.amount().hundredths() == 0;
        var left = giver.available().minus(gift.amount());
        surround(typed, giver, model);
        model.addAttribute("to", gift.to().toString());
        model.addAttribute("sentence", sentence(gift, giver, standing, locale));
        model.addAttribute(
                "left",
                zero
                        ? words.say("thanks.confirm.zero.text", locale)
                        : words.say(
                                giver.isFund() ? "thanks.confirm.left.fund" : "thanks.confirm.left",
                                locale,
                                words.say("shell.number", locale, left.hundredths() / 100.0)));
        return "credits/confirm";
    }

    private String sentence(Gift gift, Giver giver, Standing standing, Locale locale) {
        var to = words.account(standing.network(), gift.to(), locale);
        if (gift.amount().hundredths() == 0) {
            return words.say("thanks.confirm.zero", locale, to);
        }
        var key = giver.isFund()
                ? "thanks.confirm.grant"
                : Statements.isFund(gift.to()) ? "thanks.confirm.toFund" : "thanks.confirm";
        return words.say(key, locale, words.mailles(gift.amount(), locale), to);
    }

    private String done(Gift gift, Giver giver, Standing standing, Locale locale) {
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

    private String show(GiftForm typed, Map<String, String> errors, Giver giver, Standing standing, Model model) {
        surround(typed, giver, model);
        model.addAttribute("errors", errors);
        model.addAttribute("found", several(typed, standing));
        model.addAttribute("fund", AccountId.fundOf(standing.network()).toString());
        return "credits/gift";
    }

    // One person of the name needs no choice.
    private List<Receiver> several(GiftForm typed, Standing standing) {
        var found = receivers.search(standing, typed.qui());
        return found.size() > 1 ? found : List.of();
    }

    private static void surround(GiftForm typed, Giver giver, Model model) {
        model.addAttribute("current", "mailles");
        model.addAttribute("gift", typed);
        model.addAttribute("fromFund", giver.isFund());
        model.addAttribute("action", giver.isFund() ? FUND : OWN);
        model.addAttribute("back", giver.isFund() ? "/fonds" : "/mailles");
        model.addAttribute("available", giver.available().hundredths());
    }
}
