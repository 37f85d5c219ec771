package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page of a claim lets people do; each answers with that page and what became of it. */
@Controller
@RequestMapping("/contributions/{id}")
class AnswerPages {

    private static final int LONGEST_DAY = 24 * 60;
    private static final Set<Reason> OF_THE_WORDS =
            Set.of(Reason.TEXT_MISSING, Reason.TEXT_TOO_LONG, Reason.TEXT_UNREADABLE, Reason.REASON_MISSING);

    private final Commands commands;
    private final Seen seen;
    private final ContributionPages pages;
    private final Words words;
    private final RefusalTexts refusals;

    AnswerPages(Commands commands, Seen seen, ContributionPages pages, Words words, RefusalTexts refusals) {
        this.commands = commands;
        this.seen = seen;
        this.pages = pages;
        this.words = words;
        this.refusals = refusals;
    }

    /** Who asks, under which key; made before each of the methods below. */
    @ModelAttribute
    Asked asked(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        return new Asked(id, seen.require(standing, id).network(), FormKey.of(key), viewer, standing, locale, after);
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable ContributionId id,
            @RequestParam ShareId share,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new ConfirmShare(id, asked.network(), asked.by(), share), "confirmed");
    }

    @PostMapping("/correction")
    String correct(
            @PathVariable ContributionId id,
            @RequestParam ShareId share,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam @Nullable String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        var form = new Form();
        var invalid = this.words.say("claim.duration.invalid", asked.locale());
        var quantity = form.read("hours", () -> duration(hours.strip(), minutes.strip()), invalid);
        if (quantity == null) {
            return again(asked, form, Map.of("hours", hours, "minutes", minutes), model, response);
        }
        return run(
                asked,
                new CorrectShare(id, asked.network(), asked.by(), share, quantity, blankToNull(words)),
                "corrected");
    }

    @PostMapping("/denegation")
    String deny(
            @PathVariable ContributionId id,
            @RequestParam ShareId share,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new DenyShare(id, asked.network(), asked.by(), share), "denied");
    }

    @PostMapping("/attestation")
    String attest(
            @PathVariable ContributionId id,
            @RequestParam @Nullable String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return say(
                asked,
                "mots-attestation",
                words == null ? "" : words,
                new Attest(id, asked.network(), asked.by(), blankToNull(words)),
                "attested",
                model,
                response);
    }

    @PostMapping("/reponse")
    String answer(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return say(
                asked,
                "mots-reponse",
                words,
                new AnswerClarification(id, asked.network(), asked.by(), words),
                "answered",
                model,
                response);
    }

    @PostMapping("/retrait")
    String withdraw(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Withdraw(id, asked.network(), asked.by()), "withdrawn");
    }

    @PostMapping("/recours")
    String appeal(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return say(
                asked,
                "mots-recours",
                words,
                new Appeal(id, asked.network(), asked.by(), words),
                "appealed",
                model,
                response);
    }

    @PostMapping("/validation")
    String validate(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Validate(id, asked.network(), asked.by(), List.of()), "validated");
    }

    @PostMapping("/precision")
    String ask(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return say(
                asked,
                "mots-precision",
                words,
                new AskClarification(id, asked.network(), asked.by(), words),
                "asked",
                model,
                response);
    }

    @PostMapping("/refus")
    String decline(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        var form = new Form();
        var chosen = form.read("motif-refus", () -> DeclineReason.valueOf(reason), missing(asked));
        if (chosen == null) {
            return again(asked, form, Map.of("mots-refus", words), model, response);
        }
        var decline = new Decline(id, asked.network(), asked.by(), chosen, blankToNull(words));
        return say(asked, "mots-refus", words, decline, "declined", model, response);
    }

    @PostMapping("/annulation")
    String undo(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Undo(id, asked.network(), asked.by()), "undone");
    }

    @PostMapping("/validation-annulee")
    String reverse(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        var form = new Form();
        var chosen = form.read("motif-validation-annulee", () -> ReversalReason.valueOf(reason), missing(asked));
        if (chosen == null) {
            return again(asked, form, Map.of("mots-validation-annulee", words), model, response);
        }
        var reverse = new Reverse(id, asked.network(), asked.by(), chosen, blankToNull(words));
        return say(asked, "mots-validation-annulee", words, reverse, "reversed", model, response);
    }

    private String run(Asked asked, ContributionCommand command, String done) {
        var outcome = commands.run(asked.viewer(), asked.key(), command);
        // The same form sent twice is answered as the first time; another form that changed nothing says so.
        var nothing = outcome.events() == 0 && !outcome.repeated();
        asked.after()
                .addFlashAttribute(
                        "notice",
                        words.say(nothing ? "contributions.already" : "contributions.done." + done, asked.locale()));
        asked.after().addFlashAttribute("noticeKind", nothing ? "attention" : "success");
        return "redirect:/contributions/" + asked.id();
    }

    // What is wrong with the words is said beside them, and they stay.
    private String say(
            Asked asked,
            String field,
            String typed,
            ContributionCommand command,
            String done,
            Model model,
            HttpServletResponse response) {
        try {
            return run(asked, command, done);
        } catch (Refused refused) {
            if (!OF_THE_WORDS.contains(refused.reason())) {
                throw refused;
            }
            var form = new Form();
            form.fault(field, refusals.whole(refused, asked.locale()));
            return again(asked, form, Map.of(field, typed), model, response);
        }
    }

    private String missing(Asked asked) {
        return words.say("contributions.reason.missing", asked.locale());
    }

    static Quantity duration(String hours, String minutes) {
        int whole = ClaimReading.minutes(hours, minutes);
        if (whole == 0 || whole > LONGEST_DAY) {
            throw new IllegalArgumentException("no duration within a day");
        }
        return Quantity.minutes(whole);
    }

    private String again(Asked asked, Form form, Map<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        var claim = seen.require(asked.standing(), asked.id());
        return pages.show(claim, form.errors(), typed, asked.standing(), model, asked.locale());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** A form that was sent about a claim that its sender may see; {@code network} is the claim's. */
    record Asked(
            ContributionId id,
            NetworkId network,
            FormKey key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {

        MemberId by() {
            return standing.member();
        }
    }
}
