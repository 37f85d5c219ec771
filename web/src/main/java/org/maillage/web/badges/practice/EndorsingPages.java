package org.maillage.web.badges.practice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Practice;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.Voices;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A practice that somebody asks one to endorse: for oneself, for one's organisation, or for both; taken back at any time. */
@Controller
@RequestMapping("/pratiques/{recognition}")
class EndorsingPages {

    private final Practising practising;
    private final PracticeLinks links;
    private final Voices voices;
    private final RefusalTexts refusals;
    private final Words words;

    EndorsingPages(Practising practising, PracticeLinks links, Voices voices, RefusalTexts refusals, Words words) {
        this.practising = practising;
        this.links = links;
        this.voices = voices;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable RecognitionId recognition,
            @RequestParam(defaultValue = "") String lien,
            Standing standing,
            Model model,
            Locale locale) {
        var practice = require(recognition, lien, standing);
        if (practice.member().equals(standing.member())) {
            return "redirect:/badges/pratiques/" + practice.definition();
        }
        return page(practice, lien, "", Map.of(), FormKey.next().toString(), standing, model, locale);
    }

    private String page(
            Practice practice,
            String lien,
            String typed,
            Map<String, String> errors,
            String key,
            Standing standing,
            Model model,
            Locale locale) {
        var definition =
                practising.badge(practice.definition(), standing).orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
        model.addAttribute("current", "badges");
        model.addAttribute("practice", practice);
        model.addAttribute("who", words.name(practice.network(), practice.member(), locale));
        model.addAttribute("text", BadgeWords.text(definition.content(), locale));
        model.addAttribute("wanted", Practising.wanted(definition).orElse(0));
        model.addAttribute("endorsers", practising.endorsers(practice, locale));
        model.addAttribute("voices", voices.of(standing, practice.endorsements(), locale));
        model.addAttribute("lien", lien);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        return "badges/practice/endorse";
    }

    // Who was handed the link reads it, and who endorses it already.
    private Practice require(RecognitionId recognition, String lien, Standing standing) {
        return practising
                .find(recognition, standing)
                .filter(practice -> links.opens(recognition, lien)
                        || practice.member().equals(standing.member())
                        || practice.endorsements().stream()
                                .anyMatch(one -> one.by().equals(standing.member())))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_PRACTICE));
    }

    @PostMapping("/appui")
    String endorse(
            @PathVariable RecognitionId recognition,
            @RequestParam(defaultValue = "") String lien,
            @RequestParam String key,
            @RequestParam(defaultValue = "self") String as,
            @RequestParam(name = "words", defaultValue = "") String said,
            @RequestParam(defaultValue = "") String read,
            @RequestParam(required = false) @Nullable String before,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var practice = require(recognition, lien, standing);
        try {
            practising.run(
                    viewer,
                    key,
                    new EndorsePractice(
                            recognition,
                            standing.network(),
                            standing.member(),
                            voices.organisation(as, standing),
                            said,
                            read));
        } catch (Refused refused) {
            if (refused.reason() == Reason.PRACTICE_DESCRIBED_ANEW) {
                return readAgain(refused, recognition, lien, said, before, key, standing, model, locale, response);
            }
            if (refused.reason() != Reason.TEXT_TOO_LONG && refused.reason() != Reason.TEXT_UNREADABLE) {
                throw refused;
            }
            response.setStatus(RefusalStatus.of(refused).value());
            var fault = Map.of("words", refusals.whole(refused, locale));
            return page(practice, lien, said, fault, key, standing, model, locale);
        }
        after.addFlashAttribute("notice", words.say("practice.endorsed", locale));
        return back(recognition);
    }

    // What was read and what stands now, one below the other; what was typed is kept.
    private String readAgain(
            Refused refused,
            RecognitionId recognition,
            String lien,
            String said,
            @Nullable String before,
            String key,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        practising.hear();
        response.setStatus(RefusalStatus.of(refused).value());
        model.addAttribute("before", before);
        var fault = Map.of("practice", refusals.whole(refused, locale));
        return page(require(recognition, lien, standing), lien, said, fault, key, standing, model, locale);
    }

    @PostMapping("/appui/retrait")
    String withdraw(
            @PathVariable RecognitionId recognition,
            @RequestParam(defaultValue = "") String lien,
            @RequestParam String key,
            @RequestParam(defaultValue = "self") String as,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        require(recognition, lien, standing);
        practising.run(
                viewer,
                key,
                new WithdrawEndorsement(
                        recognition, standing.network(), standing.member(), voices.organisation(as, standing)));
        after.addFlashAttribute("notice", words.say("practice.withdrawn", locale));
        return back(recognition);
    }

    private String back(RecognitionId recognition) {
        return "redirect:" + links.path(recognition);
    }
}
