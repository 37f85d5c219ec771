package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.value.Payment;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.contributions.ClaimScreen.Focus;
import org.maillage.web.evidence.EvidenceUploads;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Sends a claim that was written, once, and shows the form again with what is wrong or what is asked. */
@Component
class ClaimSending {

    static final String LAST_PAYMENT = "temps";

    private final Commands commands;
    private final ClaimScreen screen;
    private final ClaimPlaces places;
    private final Projections views;
    private final CitedPeople cited;
    private final ClaimGuards guards;
    private final EarlyQuestions questions;
    private final KeptForms kept;
    private final EvidenceUploads uploads;
    private final ClaimTraces traces;
    private final ShareLetters letters;
    private final DuplicateQuestion duplicates;
    private final UsualAnswer usual;
    private final Words words;

    ClaimSending(
            Commands commands,
            ClaimScreen screen,
            ClaimPlaces places,
            Projections views,
            CitedPeople cited,
            ClaimGuards guards,
            EarlyQuestions questions,
            KeptForms kept,
            EvidenceUploads uploads,
            ClaimTraces traces,
            ShareLetters letters,
            DuplicateQuestion duplicates,
            UsualAnswer usual,
            Words words) {
        this.commands = commands;
        this.screen = screen;
        this.places = places;
        this.views = views;
        this.cited = cited;
        this.guards = guards;
        this.questions = questions;
        this.kept = kept;
        this.uploads = uploads;
        this.traces = traces;
        this.letters = letters;
        this.duplicates = duplicates;
        this.usual = usual;
        this.words = words;
    }

    /** Sends it; answers with the way to the claim, or the name of the page that shows the form again. */
    Object send(
            ClaimForm claim,
            Form form,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var says = screen.says(locale);
        if (!places.isKnown(claim, standing)) {
            form.fault("commune", words.say("claim.commune.invalid", locale));
        }
        var submit = new ClaimReading(claim, standing, screen.kinds(standing), form, says)
                .claim(
                        traces.evidence(claim, standing, form, says),
                        person -> cited.member(claim, person),
                        screen.today(standing));
        if (submit.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var focus = form.errors().containsKey("who") && form.errors().size() == 1 ? Focus.PEOPLE : Focus.NONE;
            return screen.page(claim, form.errors(), Set.of(), focus, standing, model, locale);
        }
        try {
            run(claim, submit.get(), viewer, standing, locale);
        } catch (Refused refused) {
            return refused(refused, claim, submit.get(), standing, model, locale, response);
        }
        // The form that was kept over a sign-in is no longer needed once it was sent.
        kept.sent(viewer, request, response);
        response.addHeader(HttpHeaders.SET_COOKIE, remembered(claim.text("payment"), request.isSecure()));
        return sent(submit.get(), request, response, after, locale);
    }

    private void run(ClaimForm claim, Submit submit, Viewer viewer, Standing standing, Locale locale) {
        enter(claim, submit, viewer, standing);
        letters.prepare(submit, cited.addresses(claim), locale);
        commands.run(viewer, FormKey.of(claim.text("key")), submit);
        uploads.belong(
                submit.evidence().stream()
                        .filter(evidence -> evidence.sealedSha256() != null)
                        .map(evidence -> evidence.id())
                        .toList(),
                submit.contribution());
        // The same form sent twice is one claim, and one letter to each.
        letters.send(submit);
    }

    // Nobody is entered by a form that is refused, nor by a claim that was made before.
    private void enter(ClaimForm claim, Submit submit, Viewer viewer, Standing standing) {
        var people = CitedPeople.references(claim);
        if (people.isEmpty()) {
            questions.ask(submit);
            return;
        }
        if (views.contributions()
                .find(submit.network(), submit.contribution(), AsOf.NOW)
                .isPresent()) {
            return;
        }
        var entered = people.stream().map(person -> cited.member(claim, person)).toList();
        var names =
                people.stream().map(person -> CitedPeople.name(claim, person)).toList();
        guards.ask(submit, entered, names, standing);
        questions.ask(submit);
        cited.enter(claim, submit.contribution(), viewer, standing);
    }

    // A request of the page's script would follow a redirect into the part of the page that it replaces.
    private Object sent(
            Submit claim,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Locale locale) {
        var path = "/contributions/" + claim.contribution();
        var next = usual.of(claim.network(), locale).orElseGet(() -> words.say("claim.done.next", locale));
        var done = words.say("claim.done", locale) + " " + next;
        if (request.getHeader("HX-Request") == null) {
            after.addFlashAttribute("notice", done);
            return "redirect:" + path;
        }
        RequestContextUtils.getOutputFlashMap(request).put("notice", done);
        RequestContextUtils.saveOutputFlashMap(path, request, response);
        return ResponseEntity.ok().header("HX-Location", inPlace(path)).build();
    }

    // The page of the claim takes the place of its form, and the navigation says so: nothing is loaded whole.
    private static String inPlace(String path) {
        return """
            {"path": "%s", "target": "#contenu", "select": "#contenu", "swap": "outerHTML show:window:top", \
            "selectOOB": "#navigation,#navigation-bas"}\
            """.formatted(path);
    }

    /** What the person's time was the last time that they claimed in this browser. */
    static Payment payment(String remembered) {
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

    private String refused(
            Refused refused,
            ClaimForm claim,
            Submit submit,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var asked = EnumSet.noneOf(Question.class);
        if (refused.reason() == Reason.LONG_DAY) {
            asked.add(Question.LONG_DAY);
        } else if (refused.reason() == Reason.POSSIBLE_DUPLICATE) {
            asked.add(Question.DUPLICATE);
            questions.duplicateOf(submit).ifPresent(other -> duplicates.ask(other, submit, standing, model, locale));
        }
        response.setStatus(asked.isEmpty() ? RefusalStatus.of(refused).value() : HttpStatus.CONFLICT.value());
        var errors = asked.isEmpty()
                ? Map.of(field(refused), screen.says(locale).refusal(refused.reason()))
                : Map.<String, String>of();
        return screen.page(claim, errors, asked, Focus.NONE, standing, model, locale);
    }

    /** Beside which field a refusal is said; beside the kind where it is about none. */
    private static final Map<Reason, String> FIELDS = Map.ofEntries(
            Map.entry(Reason.DAY_IN_THE_FUTURE, "day"),
            Map.entry(Reason.DAY_TOO_OLD, "day"),
            Map.entry(Reason.MORE_THAN_24_HOURS, "day"),
            Map.entry(Reason.QUANTITY_MISSING, "duration"),
            Map.entry(Reason.QUANTITY_NOT_OF_THE_KIND, "duration"),
            Map.entry(Reason.LINK_INVALID, "link"),
            Map.entry(Reason.TOO_MUCH_EVIDENCE, "link"),
            Map.entry(Reason.COMMUNE_INVALID, "commune"),
            Map.entry(Reason.UNKNOWN_MEMBER, "who"),
            Map.entry(Reason.HAS_LEFT, "who"),
            Map.entry(Reason.TOO_MANY_SHARES, "who"),
            Map.entry(Reason.TEXT_TOO_LONG, "sentence"),
            Map.entry(Reason.TEXT_UNREADABLE, "sentence"),
            Map.entry(Reason.TEXT_MISSING, "sentence"));

    private static String field(Refused refused) {
        return FIELDS.getOrDefault(refused.reason(), "kind");
    }
}
