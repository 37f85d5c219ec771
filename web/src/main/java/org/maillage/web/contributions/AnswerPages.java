package org.maillage.web.contributions;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Controller;
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

    private final Commands commands;
    private final Seen seen;
    private final Words words;

    AnswerPages(Commands commands, Seen seen, Words words) {
        this.commands = commands;
        this.seen = seen;
        this.words = words;
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
            @RequestParam(defaultValue = "0") int hours,
            @RequestParam(defaultValue = "0") int minutes,
            @RequestParam @Nullable String words,
            @ModelAttribute(binding = false) Asked asked) {
        var day = (int) Duration.ofDays(1).toMinutes();
        Refused.when(hours < 0 || minutes < 0, Reason.INVALID_VALUE);
        Refused.when(hours > day / 60 || minutes > day || hours * 60 + minutes > day, Reason.MORE_THAN_24_HOURS);
        var quantity = Quantity.minutes(hours * 60 + minutes);
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
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Attest(id, asked.network(), asked.by(), blankToNull(words)), "attested");
    }

    @PostMapping("/reponse")
    String answer(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new AnswerClarification(id, asked.network(), asked.by(), words), "answered");
    }

    @PostMapping("/retrait")
    String withdraw(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Withdraw(id, asked.network(), asked.by()), "withdrawn");
    }

    @PostMapping("/recours")
    String appeal(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Appeal(id, asked.network(), asked.by(), words), "appealed");
    }

    @PostMapping("/validation")
    String validate(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Validate(id, asked.network(), asked.by(), List.of()), "validated");
    }

    @PostMapping("/precision")
    String ask(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new AskClarification(id, asked.network(), asked.by(), words), "asked");
    }

    @PostMapping("/refus")
    String decline(
            @PathVariable ContributionId id,
            @RequestParam DeclineReason reason,
            @RequestParam @Nullable String words,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Decline(id, asked.network(), asked.by(), reason, blankToNull(words)), "declined");
    }

    @PostMapping("/annulation")
    String undo(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Undo(id, asked.network(), asked.by()), "undone");
    }

    @PostMapping("/validation-annulee")
    String reverse(
            @PathVariable ContributionId id,
            @RequestParam ReversalReason reason,
            @RequestParam @Nullable String words,
            @ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Reverse(id, asked.network(), asked.by(), reason, blankToNull(words)), "reversed");
    }

    private String run(Asked asked, ContributionCommand command, String done) {
        commands.run(asked.viewer(), asked.key(), command);
        asked.after().addFlashAttribute("notice", words.say("contributions.done." + done, asked.locale()));
        return "redirect:/contributions/" + asked.id();
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
