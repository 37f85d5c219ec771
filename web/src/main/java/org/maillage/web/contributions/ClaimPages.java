package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.ClaimScreen.Focus;
import org.maillage.web.contributions.ClaimTraces.Sent;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Resuming.TakenBack;
import org.maillage.web.frame.Words;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claiming a contribution: the form, what helps to fill it, and sending it. */
@Controller
@RequestMapping("/declarer")
class ClaimPages {

    private final ClaimScreen screen;
    private final ClaimSending sending;
    private final ClaimPeople people;
    private final ClaimTraces traces;
    private final ClaimPlaces places;
    private final Repeats repeats;
    private final KeptForms keptForms;
    private final Words words;
    private final Clock clock;

    ClaimPages(
            ClaimScreen screen,
            ClaimSending sending,
            ClaimPeople people,
            ClaimTraces traces,
            ClaimPlaces places,
            Repeats repeats,
            KeptForms keptForms,
            Words words,
            Clock clock) {
        this.screen = screen;
        this.sending = sending;
        this.people = people;
        this.traces = traces;
        this.places = places;
        this.repeats = repeats;
        this.keptForms = keptForms;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String refaire,
            @RequestParam(defaultValue = "") String corrige,
            @CookieValue(name = ClaimSending.LAST_PAYMENT, defaultValue = "") String payment,
            Standing standing,
            Model model,
            Locale locale) {
        var kinds = screen.kinds(standing);
        var form = ClaimForm.blank()
                .with("day", standing.today(clock).toString())
                .with("payment", ClaimSending.payment(payment).name());
        form = repeats.usual(form, kinds, standing);
        if (!refaire.isEmpty()) {
            form = repeats.again(form, ContributionId.of(refaire), kinds, standing);
        } else if (!corrige.isEmpty()) {
            form = repeats.corrected(form, ContributionId.of(corrige), kinds, standing);
        }
        return screen.page(form, Map.of(), Set.of(), Focus.NONE, standing, model, locale);
    }

    /** The form that somebody sent after their session had ended, as it was typed; there until the claim is sent. */
    @GetMapping("/reprise")
    String resume(Viewer viewer, Standing standing, HttpServletRequest request, Model model, Locale locale) {
        var kept = keptForms
                .find(request, viewer)
                .filter(form -> form.path().equals(KeptForms.CLAIM))
                .map(form -> ClaimForm.of(form.parameters()));
        var writer = kept.flatMap(claim -> writer(claim, viewer));
        if (writer.isEmpty()) {
            return "redirect:/declarer";
        }
        if (!writer.get().member().equals(standing.member())) {
            Viewers.begin(writer.get().network(), request);
            return "redirect:/declarer/reprise";
        }
        model.addAttribute(TakenBack.NAME, new TakenBack(words.say("claim.resumed", locale), null));
        return screen.page(kept.get(), Map.of(), Set.of(), Focus.NONE, standing, model, locale);
    }

    // Somebody else at the same browser is shown nothing of it.
    private static Optional<Standing> writer(ClaimForm claim, Viewer viewer) {
        return viewer.standings().stream()
                .filter(one -> one.member().toString().equals(claim.text("member")))
                .findFirst();
    }

    /** Members of a name, while it is typed. */
    @GetMapping("/personnes")
    String search(Standing standing, HttpServletRequest request, Model model) {
        model.addAttribute("results", people.search(ClaimForm.of(request.getParameterMap()), standing));
        return "contributions/claim-people :: results";
    }

    /** What the form as it stands would be worth, while it is filled. */
    @PostMapping("/estimation")
    String estimate(Standing standing, HttpServletRequest request, Model model, Locale locale) {
        screen.estimate(places.coded(ClaimForm.of(request.getParameterMap()), standing), standing, locale)
                .ifPresent(estimate -> model.addAttribute("estimate", estimate));
        return "contributions/claim-estimate :: estimate";
    }

    /** The form was sent, or one of its buttons asks for something on the way; {@code act} says what. */
    @PostMapping
    Object claim(
            @RequestParam(defaultValue = "send") String act,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam(required = false) @Nullable MultipartFile document,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = new Form();
        var sent = List.of(new Sent("photo", photo), new Sent("document", document));
        var typed = places.coded(ClaimForm.of(request.getParameterMap()), standing);
        var claim = traces.take(typed, sent, standing, form, screen.says(locale));
        var way = act.split(":", 2);
        var what = way.length == 2 ? way[1] : "";
        var step = switch (way[0]) {
            case "search" -> new Step(claim, Focus.PEOPLE);
            case "add" -> new Step(people.add(claim, what, standing), Focus.PEOPLE);
            case "new" -> new Step(people.addNew(claim), Focus.PEOPLE);
            case "remove" -> new Step(claim.without("with", what), Focus.PEOPLE);
            case "drop" -> new Step(traces.drop(claim, what, standing), Focus.TRACES);
            case "keep" -> new Step(claim, Focus.TRACES);
            case "estimate" -> new Step(claim, Focus.ESTIMATE);
            default -> null;
        };
        if (step == null) {
            return sending.send(claim, form, viewer, standing, model, locale, request, response, after);
        }
        if (!form.isRead()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return screen.page(step.claim(), form.errors(), Set.of(), step.focus(), standing, model, locale);
    }

    /** A form on its way, and where the reader is in it. */
    private record Step(ClaimForm claim, Focus focus) {}
}
