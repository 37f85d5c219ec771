package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding several claims at once, and asking about them; each stands alone, and each that is left aside says why. */
@Controller
@RequestMapping(QueuePlace.PATH)
class SeveralPages {

    private static final int LONGEST_QUESTION = 1_000;
    private static final String NOBODY = "queue.bulk.nobody";
    private static final String NONE_OF_KIND = "queue.kind.none";

    private final Projections views;
    private final Commands commands;
    private final Deciding deciding;
    private final Meanwhile meanwhile;
    private final QueueDialogs dialogs;
    private final Words words;

    SeveralPages(
            Projections views,
            Commands commands,
            Deciding deciding,
            Meanwhile meanwhile,
            QueueDialogs dialogs,
            Words words) {
        this.views = views;
        this.commands = commands;
        this.deciding = deciding;
        this.meanwhile = meanwhile;
        this.dialogs = dialogs;
        this.words = words;
    }

    @PostMapping("/choisies")
    String validateChosen(
            @RequestParam String key,
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute QueuePlace place,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        validate(claims(chosen), NOBODY, new Asker(key, viewer, standing, locale, after));
        return "redirect:" + place.beside(null).address();
    }

    @PostMapping("/annulations")
    String undo(
            @RequestParam String key,
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute QueuePlace place,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        each(
                claims(chosen),
                claim -> new Undo(claim, standing.network(), standing.member()),
                "queue.bulk.undone",
                "queue.undo.none",
                new Asker(key, viewer, standing, locale, after));
        return "redirect:" + place.beside(null).address();
    }

    /** Asked first, since one press decides so many. */
    @GetMapping("/genre")
    String askKind(
            @RequestParam(required = false) @Nullable KindCode kind,
            @RequestParam(defaultValue = "0") long submitted,
            @RequestParam(defaultValue = "0") long changed,
            @ModelAttribute QueuePlace place,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        if (kind == null) {
            return "redirect:" + place.address();
        }
        var claims = new ShownKind(kind, submitted, changed).claims(views, standing);
        // Where the address says more than was counted, the form does not.
        var shown = ShownKind.of(kind, claims);
        if (shown.isEmpty()) {
            after.addFlashAttribute("fault", words.say(NONE_OF_KIND, locale));
            return "redirect:" + place.address();
        }
        return dialogs.kind(shown.get(), claims, place, request, standing, model, locale);
    }

    @PostMapping("/genre")
    String validateKind(
            @RequestParam String key,
            @RequestParam KindCode kind,
            @RequestParam long submitted,
            @RequestParam long changed,
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute QueuePlace place,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var shown = claims(chosen);
        var claims = new ShownKind(kind, submitted, changed).asShown(shown, views, standing);
        validate(claims, NONE_OF_KIND, new Asker(key, viewer, standing, locale, after));
        if (!claims.isEmpty() && claims.size() < shown.size()) {
            var left = words.say("queue.kind.changed", locale, shown.size() - claims.size());
            after.addFlashAttribute("done", after.getFlashAttributes().get("done") + " " + left);
        }
        return "redirect:" + place.page(null).address();
    }

    @GetMapping("/precision")
    String asking(
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute QueuePlace place,
            HttpServletRequest request,
            RedirectAttributes after,
            Standing standing,
            Model model,
            Locale locale) {
        var claims = claims(chosen);
        if (claims.isEmpty()) {
            after.addFlashAttribute("fault", words.say(NOBODY, locale));
            return "redirect:" + place.address();
        }
        var closed = deciding.closed(claims.size() == 1 ? claims : List.of(), standing, locale);
        if (closed.isPresent()) {
            after.addFlashAttribute("fault", closed.get());
            return "redirect:" + place.beside(claims.getFirst()).address();
        }
        return dialogs.ask(
                claims, place.beside(claims.getFirst()), Map.of(), List.of(), "", request, standing, model, locale);
    }

    @PostMapping("/precision")
    String ask(
            @RequestParam String key,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") List<String> question,
            @RequestParam(name = "words", defaultValue = "") String said,
            @ModelAttribute QueuePlace place,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var claims = claims(chosen);
        var form = new Form();
        var text = question(question, said, form, locale);
        if (claims.isEmpty() || !form.isRead()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var beside = claims.isEmpty() ? place : place.beside(claims.getFirst());
            return dialogs.ask(claims, beside, form.errors(), question, said, request, standing, model, locale);
        }
        var by = standing.member();
        if (claims.size() == 1) {
            var claim = claims.getFirst();
            var turn = new Turn(claim, FormKey.of(key), place.beside(claim), viewer, standing, locale, after);
            try {
                return deciding.decide(
                        turn, new AskClarification(claim, standing.network(), by, text), "ASKED", false, _ -> true);
            } catch (Refused refused) {
                return dialogs.late(refused, turn, text, request, response, model);
            }
        }
        each(
                claims,
                claim -> new AskClarification(claim, standing.network(), by, text),
                "queue.bulk.asked",
                NOBODY,
                new Asker(key, viewer, standing, locale, after));
        var nobody = after.getFlashAttributes().get("left") instanceof List<?> left && left.size() == claims.size();
        if (!nobody) {
            return "redirect:" + place.beside(null).address();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAllAttributes(after.getFlashAttributes());
        return dialogs.keep(text, place.beside(null), request, standing, model, locale);
    }

    // What is chosen and what is written are one question.
    private String question(List<String> chosen, String said, Form form, Locale locale) {
        var ready = chosen.stream()
                .flatMap(name ->
                        Stream.of(ReadyQuestion.values()).filter(q -> q.name().equals(name)))
                .map(q -> words.say("queue.ask.ready." + q, locale));
        var text = Stream.concat(ready, said.isBlank() ? Stream.of() : Stream.of(said.strip()))
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            form.fault("mots", words.say("queue.ask.missing", locale));
        } else if (text.length() > LONGEST_QUESTION) {
            form.fault("mots", words.say("queue.ask.tooLong", locale, text.length(), LONGEST_QUESTION));
        }
        return text;
    }

    private static List<ContributionId> claims(List<String> chosen) {
        return chosen.stream()
                .map(ContributionId::of)
                .distinct()
                .limit(ShownKind.AT_ONCE)
                .toList();
    }

    private void validate(List<ContributionId> claims, String none, Asker by) {
        var standing = by.standing();
        var validated = each(
                claims,
                claim -> new Validate(claim, standing.network(), standing.member(), List.of()),
                "queue.bulk.validated",
                none,
                by);
        by.after()
                .addFlashAttribute(
                        "undoThese",
                        validated.stream().map(ContributionId::toString).toList());
    }

    /** Who asks, and where what came of it is said. */
    private record Asker(String key, Viewer viewer, Standing standing, Locale locale, RedirectAttributes after) {}

    /**
     * Asks the same of each claim and says what came of it; answers with those of which it was done.
     *
     * @param said what is said of those
     * @param none what is said where there are no claims
     */
    private List<ContributionId> each(
            List<ContributionId> claims,
            Function<ContributionId, ? extends ContributionCommand> asking,
            String said,
            String none,
            Asker by) {
        var standing = by.standing();
        var locale = by.locale();
        if (claims.isEmpty()) {
            by.after().addFlashAttribute("fault", words.say(none, locale));
            return List.of();
        }
        var names = claims.stream().map(ContributionId::toString).toList();
        var asked = claims.stream().map(asking).toList();
        var results = commands.runAll(by.viewer(), FormKey.of(by.key()), asked, names);
        var aside = new ArrayList<String>();
        var taken = new ArrayList<ContributionId>();
        var why = new LinkedHashSet<String>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Ledger.Result.Declined(var refused)) {
                var claim = claims.get(i);
                why.add(meanwhile.brief(refused, claim, standing, locale));
                aside.add(words.say(
                        "queue.bulk.item",
                        locale,
                        deciding.title(claim, standing, locale),
                        meanwhile.said(refused, claim, standing, locale)));
            } else {
                taken.add(claims.get(i));
            }
        }
        var text = words.say(said, locale, results.size() - aside.size());
        if (!aside.isEmpty()) {
            var reason = why.size() == 1
                    ? words.say("queue.bulk.because", locale, why.iterator().next())
                    : ".";
            text += " " + words.say("queue.bulk.aside", locale, aside.size()) + reason;
        }
        by.after().addFlashAttribute("done", text);
        by.after().addFlashAttribute("left", aside);
        return taken;
    }
}
