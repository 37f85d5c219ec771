package org.maillage.web.credits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.credits.Gifts.Gift;
import org.maillage.web.credits.Gifts.Giver;
import org.maillage.web.credits.Receivers.Receiver;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Drafts;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Resuming;
import org.maillage.web.frame.Words;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.WrittenForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Thanking from one's own account, and giving from the common fund: typed, read over, sent. */
@Controller
class GiftPages implements Resuming {

    private static final String OWN = "/merci";
    private static final String FUND = "/fonds/don";
    /** Where what was typed is read over before it is sent. */
    private static final String OVER = "/relire";
    /** How a link to the form names the fund as the receiver. */
    private static final String TO_FUND = "fonds";

    private final Gifts gifts;
    private final Receivers receivers;
    private final Commands commands;
    private final Drafts drafts;
    private final GiftWords said;
    private final KeptForms kept;
    private final Words words;

    GiftPages(
            Gifts gifts,
            Receivers receivers,
            Commands commands,
            Drafts drafts,
            GiftWords said,
            KeptForms kept,
            Words words) {
        this.gifts = gifts;
        this.receivers = receivers;
        this.commands = commands;
        this.drafts = drafts;
        this.said = said;
        this.kept = kept;
        this.words = words;
    }

    @Override
    public Optional<String> way(WrittenForm form) {
        return form.path().equals(OWN) || form.path().equals(FUND)
                ? Optional.of(form.path() + "?reprise")
                : Optional.empty();
    }

    /** What was typed when a session had ended. */
    @GetMapping(path = OWN, params = "reprise")
    String thankAgain(Viewer viewer, Standing standing, HttpServletRequest request, Model model, Locale locale) {
        return again(OWN, gifts.oneself(standing), viewer, standing, request, model, locale);
    }

    /** The same for the common fund. */
    @GetMapping(path = FUND, params = "reprise")
    String grantAgain(Viewer viewer, Standing standing, HttpServletRequest request, Model model, Locale locale) {
        return again(FUND, gifts.fund(standing), viewer, standing, request, model, locale);
    }

    private String again(
            String page,
            Giver giver,
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        var form = kept.findHere(request, viewer).filter(one -> one.path().equals(page));
        if (form.isEmpty()) {
            return "redirect:" + page;
        }
        var typed = new HashMap<String, String>();
        form.get().pairs().forEach(pair -> typed.put(pair.getKey(), pair.getValue()));
        model.addAttribute(TakenBack.NAME, new TakenBack(words.say("frame.resume.here", locale), null));
        return show(GiftForm.of(form.get().text("key"), typed), Map.of(), giver, standing, model);
    }

    @GetMapping(OWN)
    String thank(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(name = "a", defaultValue = "") String to,
            @RequestParam @Nullable String pour,
            @RequestParam(defaultValue = "") String cle,
            Standing standing,
            HttpServletRequest request,
            Model model) {
        var draft = drafts.find(OWN, cle, standing, request);
        if (draft.isPresent()) {
            return show(GiftForm.of(cle, draft.get()), Map.of(), gifts.oneself(standing), standing, model);
        }
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

    @GetMapping(OWN + OVER)
    String readOver(
            @RequestParam(defaultValue = "") String cle,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        return over(OWN, cle, gifts.oneself(standing), standing, request, model, locale, after);
    }

    @PostMapping(OWN)
    String send(
            GiftForm typed,
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        return next(typed, gifts.oneself(standing), viewer, standing, request, model, locale, response, after);
    }

    @GetMapping(FUND)
    String grant(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String cle,
            Standing standing,
            HttpServletRequest request,
            Model model) {
        var typed = drafts.find(FUND, cle, standing, request)
                .map(draft -> GiftForm.of(cle, draft))
                .orElseGet(() -> GiftForm.blank(qui, "", "", null));
        return show(typed, Map.of(), gifts.fund(standing), standing, model);
    }

    @GetMapping(FUND + OVER)
    String readGrantOver(
            @RequestParam(defaultValue = "") String cle,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        return over(FUND, cle, gifts.fund(standing), standing, request, model, locale, after);
    }

    @PostMapping(FUND)
    String sendGrant(
            GiftForm typed,
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        return next(typed, gifts.fund(standing), viewer, standing, request, model, locale, response, after);
    }

    // A page of its own, so that it can be opened anew and gone back to.
    private String over(
            String page,
            String key,
            Giver giver,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var draft = drafts.find(page, key, standing, request);
        if (draft.isEmpty()) {
            after.addFlashAttribute("notice", words.say("thanks.nothingToRead", locale));
            after.addFlashAttribute("noticeKind", "info");
            return "redirect:" + page;
        }
        var typed = GiftForm.of(key, draft.get());
        var form = new Form();
        var gift = gifts.read(typed, giver, standing, locale, form);
        return gift == null
                ? show(typed, form.errors(), giver, standing, model)
                : confirm(typed, gift, giver, standing, model, locale);
    }

    private String next(
            GiftForm typed,
            Giver giver,
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = giver.isFund() ? FUND : OWN;
        var form = new Form();
        var gift = gifts.read(typed, giver, standing, locale, form);
        if (gift == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, form.errors(), giver, standing, model);
        }
        if (!typed.step().equals(GiftForm.SEND)) {
            drafts.keep(page, FormKey.of(typed.key()), typed.kept(), standing, request);
            return "redirect:" + page + OVER + "?cle=" + typed.key();
        }
        try {
            commands.run(viewer, FormKey.of(typed.key()), Gifts.command(typed, gift, giver, standing));
        } catch (Refused refused) {
            response.setStatus(RefusalStatus.of(refused).value());
            return show(typed, gifts.said(refused, locale), giver, standing, model);
        }
        drafts.end(page, request);
        after.addFlashAttribute("notice", said.done(gift, giver, standing, locale));
        return giver.isFund() ? "redirect:/fonds" : "redirect:/mailles";
    }

    private String confirm(GiftForm typed, Gift gift, Giver giver, Standing standing, Model model, Locale locale) {
        surround(typed, giver, model);
        model.addAttribute("to", gift.to().toString());
        model.addAttribute("sentence", said.before(gift, giver, standing, locale));
        model.addAttribute("left", said.left(gift, giver, locale));
        return "credits/confirm";
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
