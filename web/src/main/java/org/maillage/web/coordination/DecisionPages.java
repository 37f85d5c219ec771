package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding the claim beside the list: as it is, for less, or not at all; and taking that back. */
@Controller
@RequestMapping(QueuePlace.PATH + "/{id}")
class DecisionPages {

    private final Deciding deciding;
    private final QueueDialogs dialogs;
    private final RefusalTexts refusals;
    private final Words words;

    DecisionPages(Deciding deciding, QueueDialogs dialogs, RefusalTexts refusals, Words words) {
        this.deciding = deciding;
        this.dialogs = dialogs;
        this.refusals = refusals;
        this.words = words;
    }

    /** Who asks what about which claim; made before each of the methods that send something. */
    @ModelAttribute
    void turn(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute QueuePlace place,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after,
            HttpServletRequest request,
            Model model) {
        if (request.getMethod().equals("POST")) {
            model.addAttribute(
                    "turn", new Turn(id, FormKey.of(key), place.beside(id), viewer, standing, locale, after));
        }
    }

    @PostMapping("/validation")
    String validate(@ModelAttribute(name = "turn", binding = false) Turn turn) {
        var command = new Validate(turn.claim(), network(turn), turn.standing().member(), List.of());
        return deciding.decide(turn, command, "VALIDATED", true, _ -> false);
    }

    @PostMapping("/annulation")
    String undo(@ModelAttribute(name = "turn", binding = false) Turn turn) {
        var command = new Undo(turn.claim(), network(turn), turn.standing().member());
        var answer = deciding.decide(turn, command, "UNDONE", false, _ -> false);
        // Whoever takes a decision back wants to see what they decided.
        return turn.after().getFlashAttributes().containsKey("done")
                ? "redirect:" + turn.place().address()
                : answer;
    }

    @GetMapping("/refus")
    String declining(
            @PathVariable ContributionId id,
            @ModelAttribute QueuePlace place,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var closed = deciding.closed(List.of(id), standing, locale);
        if (closed.isPresent()) {
            after.addFlashAttribute("fault", closed.get());
            return "redirect:" + place.beside(id).address();
        }
        return dialogs.decline(id, place.beside(id), Map.of(), null, "", request, standing, model, locale);
    }

    @PostMapping("/refus")
    String decline(
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "words", defaultValue = "") String said,
            @ModelAttribute(name = "turn", binding = false) Turn turn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var locale = turn.locale();
        var form = new Form();
        var chosen = form.read(
                "motif", () -> DeclineReason.valueOf(reason), words.say("contributions.reason.missing", locale));
        var name = dialogs.firstName(turn.claim(), turn.standing(), locale);
        if (wordsOf(dialogs.greeting(name, locale)).containsAll(wordsOf(said))) {
            form.fault("mots", words.say("queue.decline.words.missing", locale, name));
        }
        if (chosen != null && form.isRead()) {
            var by = turn.standing().member();
            try {
                var command = new Decline(turn.claim(), network(turn), by, chosen, said);
                return deciding.decide(turn, command, "DECLINED", true, _ -> true);
            } catch (Refused refused) {
                if (!isAboutText(refused.reason())) {
                    return dialogs.late(refused, turn, said, request, response, model);
                }
                form.fault("mots", refusals.whole(refused, locale));
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return dialogs.decline(
                turn.claim(), turn.place(), form.errors(), chosen, said, request, turn.standing(), model, locale);
    }

    @GetMapping("/moins")
    String reducing(
            @PathVariable ContributionId id,
            @ModelAttribute QueuePlace place,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var closed = deciding.closed(List.of(id), standing, locale);
        if (closed.isPresent()) {
            after.addFlashAttribute("fault", closed.get());
            return "redirect:" + place.beside(id).address();
        }
        return dialogs.less(id, place.beside(id), Map.of(), Map.of(), request, standing, model, locale);
    }

    @PostMapping("/moins")
    String validateForLess(
            @RequestParam Map<String, String> typed,
            @ModelAttribute(name = "turn", binding = false) Turn turn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var locale = turn.locale();
        var form = new Form();
        var less = dialogs.readLess(turn.claim(), typed, form, turn.standing(), locale);
        if (form.isRead()) {
            var by = turn.standing().member();
            try {
                var sums = dialogs.sums(turn.claim(), less, turn.standing(), locale);
                return deciding.decide(
                        turn,
                        new Validate(turn.claim(), network(turn), by, less),
                        "LESS",
                        true,
                        _ -> true,
                        sums.accepted(),
                        sums.confirmed());
            } catch (Refused refused) {
                if (!isAboutShares(refused.reason())) {
                    return dialogs.late(refused, turn, words(less), request, response, model);
                }
                form.fault("parts", refusals.whole(refused, locale));
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return dialogs.less(turn.claim(), turn.place(), form.errors(), typed, request, turn.standing(), model, locale);
    }

    // A greeting alone, with a name or without, is no reason.
    private static Set<String> wordsOf(String text) {
        return Pattern.compile("[\\p{L}\\p{N}]+")
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String words(List<Less> less) {
        return less.stream()
                .flatMap(one -> Optional.ofNullable(one.words()).stream())
                .collect(Collectors.joining("\n"));
    }

    private static NetworkId network(Turn turn) {
        return turn.standing().network();
    }

    static boolean isAboutText(Reason reason) {
        return reason == Reason.TEXT_TOO_LONG
                || reason == Reason.TEXT_MISSING
                || reason == Reason.TEXT_UNREADABLE
                || reason == Reason.REASON_MISSING;
    }

    private static boolean isAboutShares(Reason reason) {
        return isAboutText(reason)
                || reason == Reason.MORE_THAN_CONFIRMED
                || reason == Reason.NOT_LESS
                || reason == Reason.NOTHING_ACCEPTED
                || reason == Reason.QUANTITY_NOT_OF_THE_KIND
                || reason == Reason.NOBODY_CONFIRMED;
    }
}
