package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
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

/** What the page of a claim lets those do who made it or are cited in it. */
@Controller
@RequestMapping("/contributions/{id}")
class AnswerPages extends FormsOfAClaim {

    private static final int LONGEST_DAY = 24 * 60;
    private final Words words;

    AnswerPages(Answering answering, Words words) {
        super(answering);
        this.words = words;
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable ContributionId id,
            @RequestParam ShareId share,
            @ModelAttribute(binding = false) Asked asked) {
        return answering.run(asked, new ConfirmShare(id, asked.network(), asked.by(), share), "confirmed");
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
            return answering.again(asked, form, Map.of("hours", hours, "minutes", minutes), model, response);
        }
        return answering.run(
                asked,
                new CorrectShare(id, asked.network(), asked.by(), share, quantity, Answering.blankToNull(words)),
                "corrected");
    }

    @PostMapping("/denegation")
    String deny(
            @PathVariable ContributionId id,
            @RequestParam ShareId share,
            @ModelAttribute(binding = false) Asked asked) {
        return answering.run(asked, new DenyShare(id, asked.network(), asked.by(), share), "denied");
    }

    @PostMapping("/attestation")
    String attest(
            @PathVariable ContributionId id,
            @RequestParam @Nullable String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return answering.say(
                asked,
                "mots-attestation",
                Map.of("mots-attestation", words == null ? "" : words),
                new Attest(id, asked.network(), asked.by(), Answering.blankToNull(words)),
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
        return answering.say(
                asked,
                "mots-reponse",
                Map.of("mots-reponse", words),
                new AnswerClarification(id, asked.network(), asked.by(), words),
                "answered",
                model,
                response);
    }

    @PostMapping("/retrait")
    String withdraw(@PathVariable ContributionId id, @ModelAttribute(binding = false) Asked asked) {
        return answering.run(asked, new Withdraw(id, asked.network(), asked.by()), "withdrawn");
    }

    @PostMapping("/recours")
    String appeal(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute(binding = false) Asked asked,
            Model model,
            HttpServletResponse response) {
        return answering.say(
                asked,
                "mots-recours",
                Map.of("mots-recours", words),
                new Appeal(id, asked.network(), asked.by(), words),
                "appealed",
                model,
                response);
    }

    static Quantity duration(String hours, String minutes) {
        int whole = ClaimReading.minutes(hours, minutes);
        if (whole == 0 || whole > LONGEST_DAY) {
            throw new IllegalArgumentException("no duration within a day");
        }
        return Quantity.minutes(whole);
    }
}
