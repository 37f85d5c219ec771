package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claiming a contribution. */
@Controller
@RequestMapping("/declarer")
class ClaimPages {

    private static final String LAST_PAYMENT = "temps";

    private final Projections views;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;
    private final EarlyQuestions questions;
    private final Clock clock;

    ClaimPages(
            Projections views,
            Commands commands,
            RefusalTexts refusals,
            Words words,
            EarlyQuestions questions,
            Clock clock) {
        this.views = views;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String corrige,
            @CookieValue(name = LAST_PAYMENT, defaultValue = "") String payment,
            Viewer.Standing standing,
            Model model,
            Locale locale) {
        var form = ClaimForm.blank(standing.today(clock), payment(payment), corrige);
        return page(form, Map.of(), Set.of(), standing, model, locale);
    }

    @PostMapping
    String claim(
            @ModelAttribute("claim") ClaimForm claim,
            Viewer viewer,
            Viewer.Standing standing,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = new Form();
        var submit = claim.read(standing, measure(standing, claim), form, faults(locale));
        if (submit == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(claim, form.errors(), Set.of(), standing, model, locale);
        }
        try {
            questions.ask(submit);
            commands.run(viewer, FormKey.of(claim.key()), submit);
        } catch (Refused refused) {
            if (refused.reason() == Reason.POSSIBLE_DUPLICATE) {
                questions.duplicateOf(submit).ifPresent(other -> {
                    model.addAttribute("other", other.toString());
                    model.addAttribute("otherIs", said(other, standing, locale));
                });
            }
            return refused(refused, claim, standing, model, locale, response);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, remembered(claim.payment(), request.isSecure()));
        after.addFlashAttribute("notice", words.say("claim.done", locale));
        return "redirect:/contributions/" + submit.contribution();
    }

    // What the person's time was the last time that they claimed in this browser.
    private static Payment payment(String remembered) {
        return Arrays.stream(Payment.values())
                .filter(payment -> payment.name().equals(remembered))
                .findFirst()
                .orElse(Payment.UNPAID);
    }

    private static String remembered(String payment, boolean secure) {
        return ResponseCookie.from(LAST_PAYMENT, payment)
                .path("/declarer")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    private String said(ContributionId other, Viewer.Standing standing, Locale locale) {
        return views.contributions()
                .find(standing.network(), other, AsOf.NOW)
                .flatMap(claim -> claim.shares().stream().findFirst())
                .map(share -> words.say(
                        "claim.duplicate.of",
                        locale,
                        words.quantity(share.claimed(), locale),
                        words.kind(standing.network(), share.kind(), locale),
                        words.day(share.day(), locale)))
                .orElseGet(() -> words.say("claim.duplicate", locale));
    }

    private String refused(
            Refused refused,
            ClaimForm claim,
            Viewer.Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (refused.reason() == Reason.LONG_DAY) {
            return ask(Question.LONG_DAY, claim, standing, model, locale, response);
        }
        if (refused.reason() == Reason.POSSIBLE_DUPLICATE) {
            return ask(Question.DUPLICATE, claim, standing, model, locale, response);
        }
        response.setStatus(RefusalStatus.of(refused).value());
        return page(claim, Map.of(field(refused), refusals.whole(refused, locale)), Set.of(), standing, model, locale);
    }

    private String ask(
            Question question,
            ClaimForm claim,
            Viewer.Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(claim, Map.of(), Set.of(question), standing, model, locale);
    }

    /** Beside which field a refusal is said; beside the kind where it is about none. */
    private static final Map<Reason, String> FIELDS = Map.ofEntries(
            Map.entry(Reason.DAY_IN_THE_FUTURE, "day"),
            Map.entry(Reason.DAY_TOO_OLD, "day"),
            Map.entry(Reason.MORE_THAN_24_HOURS, "day"),
            Map.entry(Reason.QUANTITY_MISSING, "hours"),
            Map.entry(Reason.QUANTITY_NOT_OF_THE_KIND, "hours"),
            Map.entry(Reason.LINK_INVALID, "link"),
            Map.entry(Reason.TOO_MUCH_EVIDENCE, "link"),
            Map.entry(Reason.TEXT_TOO_LONG, "sentence"),
            Map.entry(Reason.TEXT_UNREADABLE, "sentence"),
            Map.entry(Reason.TEXT_MISSING, "sentence"));

    private static String field(Refused refused) {
        return FIELDS.getOrDefault(refused.reason(), "kind");
    }

    private Measure measure(Viewer.Standing standing, ClaimForm claim) {
        return views.networks().kinds(standing.network(), AsOf.NOW).stream()
                .filter(kind -> kind.code().value().equals(claim.kind()))
                .map(Kind::measure)
                .findFirst()
                .orElse(Measure.TIME);
    }

    private String page(
            ClaimForm claim,
            Map<String, String> errors,
            Set<Question> questions,
            Viewer.Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute("current", "claim");
        model.addAttribute("claim", claim);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "longDay",
                questions.contains(Question.LONG_DAY) || !claim.longDay().isEmpty());
        model.addAttribute(
                "duplicate",
                questions.contains(Question.DUPLICATE) || !claim.duplicate().isEmpty());
        model.addAttribute("today", standing.today(clock));
        model.addAttribute("kinds", kinds(standing, locale));
        model.addAttribute("counts", countedInUnits(standing));
        model.addAttribute("payments", payments(locale));
        return "contributions/claim";
    }

    private boolean countedInUnits(Viewer.Standing standing) {
        return views.networks().kinds(standing.network(), AsOf.NOW).stream()
                .anyMatch(kind -> kind.measure() == Measure.COUNT);
    }

    private Map<String, String> kinds(Viewer.Standing standing, Locale locale) {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("", words.say("claim.kind.choose", locale));
        var roles = roles(standing);
        // The sort is stable: within a role, as the network lists them; without one, at the end.
        var ordered = views.networks().kinds(standing.network(), AsOf.NOW).stream()
                .sorted(Comparator.comparingInt(kind -> roles.getOrDefault(kind.code(), Role.values().length)))
                .toList();
        for (var kind : ordered) {
            kinds.put(kind.code().value(), words.kind(standing.network(), kind.code(), locale));
        }
        return kinds;
    }

    // The first role of each kind that the tariff of today names.
    private Map<KindCode, Integer> roles(Viewer.Standing standing) {
        var roles = new HashMap<KindCode, Integer>();
        views.networks()
                .tariffOn(standing.network(), standing.today(clock))
                .ifPresent(tariff -> tariff.lines()
                        .forEach(line -> line.weights().basisPoints().keySet().stream()
                                .mapToInt(Role::ordinal)
                                .min()
                                .ifPresent(role -> roles.put(line.kind(), role))));
        return roles;
    }

    private Map<String, String> payments(Locale locale) {
        var payments = new LinkedHashMap<String, String>();
        for (var payment : Payment.values()) {
            payments.put(payment.name(), words.say("claim.payment." + payment, locale));
        }
        return payments;
    }

    private ClaimForm.ClaimFaults faults(Locale locale) {
        return new ClaimForm.ClaimFaults(
                words.say("claim.kind.missing", locale),
                words.say("claim.duration.invalid", locale),
                words.say("claim.units.invalid", locale),
                refusals.whole(new Refused(Reason.QUANTITY_NOT_OF_THE_KIND), locale),
                words.say("claim.day.invalid", locale),
                words.say("claim.start.invalid", locale),
                words.say("claim.commune.invalid", locale),
                words.say("claim.payment.missing", locale));
    }
}
