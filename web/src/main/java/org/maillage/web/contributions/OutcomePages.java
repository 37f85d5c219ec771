package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.value.ContributionId;
import org.maillage.web.contributions.Answering.Asked;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deciding a claim on its own page: what a member does to whom it was entrusted, or a coordinator who is not in the queue. */
@Controller
@RequestMapping("/contributions/{id}")
class OutcomePages extends FormsOfAClaim {

    private final Words words;

    OutcomePages(Answering answering, Words words) {
        super(answering);
        this.words = words;
    }

    @PostMapping("/validation")
    String validate(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return answering.run(asked, new Validate(id, asked.network(), asked.by(), List.of()), "validated");
    }

    @PostMapping("/precision")
    String ask(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return answering.say(
                asked,
                "mots-precision",
                Map.of("mots-precision", words),
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
        return because(
                asked,
                "refus",
                DeclineReason.class,
                reason,
                words,
                chosen -> new Decline(id, asked.network(), asked.by(), chosen, Answering.blankToNull(words)),
                "declined",
                model,
                response);
    }

    @PostMapping("/annulation")
    String undo(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return answering.run(asked, new Undo(id, asked.network(), asked.by()), "undone");
    }

    @PostMapping("/validation-annulee")
    String reverse(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return because(
                asked,
                "validation-annulee",
                ReversalReason.class,
                reason,
                words,
                chosen -> new Reverse(id, asked.network(), asked.by(), chosen, Answering.blankToNull(words)),
                "reversed",
                model,
                response);
    }

    // A decision against somebody has a reason, which nobody chose for whoever decides.
    private <R extends Enum<R>> String because(
            Asked asked,
            String form,
            Class<R> reasons,
            String reason,
            String typed,
            Function<R, ContributionCommand> command,
            String done,
            Model model,
            HttpServletResponse response) {
        var read = new Form();
        var missing = words.say("contributions.reason.missing", asked.locale());
        var chosen = read.read("motif-" + form, () -> Enum.valueOf(reasons, reason), missing);
        var written = Map.of("motif-" + form, reason, "mots-" + form, typed);
        return chosen == null
                ? answering.again(asked, read, written, model, response)
                : answering.say(asked, "mots-" + form, written, command.apply(chosen), done, model, response);
    }
}
