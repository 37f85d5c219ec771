package org.maillage.web.badges.practice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Practice;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one describes of one's own practice for a badge, and the link by which one asks others to endorse it. */
@Controller
@RequestMapping("/badges/pratiques")
class PracticePages {

    private final Practising practising;
    private final PracticeLinks links;
    private final RefusalTexts refusals;
    private final Words words;

    PracticePages(Practising practising, PracticeLinks links, RefusalTexts refusals, Words words) {
        this.practising = practising;
        this.links = links;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String list(Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "badges");
        model.addAttribute("rows", practising.rows(standing, locale));
        return "badges/practice/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable BadgeDefinitionId id, Standing standing, Model model, Locale locale) {
        return page(require(id, standing), null, Map.of(), FormKey.next().toString(), standing, model, locale);
    }

    private String page(
            Definition definition,
            @Nullable String typed,
            Map<String, String> errors,
            String key,
            Standing standing,
            Model model,
            Locale locale) {
        var practice = practising
                .find(RecognitionId.of(definition.definition(), standing.member()), standing)
                .orElse(null);
        model.addAttribute("current", "badges");
        model.addAttribute("definition", definition.definition());
        model.addAttribute("text", BadgeWords.text(definition.content(), locale));
        model.addAttribute("wanted", Practising.wanted(definition).orElseThrow());
        model.addAttribute("practice", practice);
        model.addAttribute("writable", !definition.retired() && isWritable(practice));
        model.addAttribute("typed", typed == null ? described(practice) : typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        if (practice != null) {
            model.addAttribute("link", links.address(practice.recognition()));
            model.addAttribute("endorsers", practising.endorsers(practice, locale));
        }
        return "badges/practice/own";
    }

    // What somebody endorses stays as they read it.
    private static boolean isWritable(@Nullable Practice practice) {
        return practice == null || practice.endorsements().isEmpty();
    }

    private static String described(@Nullable Practice practice) {
        var said = practice == null ? null : practice.words();
        return said == null ? "" : said;
    }

    private Definition require(BadgeDefinitionId id, Standing standing) {
        var definition = practising.badge(id, standing).orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
        Refused.when(Practising.wanted(definition).isEmpty(), Reason.NOT_BY_ENDORSEMENT);
        return definition;
    }

    @PostMapping("/{id}")
    String describe(
            @PathVariable BadgeDefinitionId id,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var definition = require(id, standing);
        try {
            practising.run(viewer, key, new DescribePractice(id, standing.network(), standing.member(), text));
        } catch (Refused refused) {
            response.setStatus(
                    refused.reason() == Reason.TEXT_MISSING
                            ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                            : RefusalStatus.of(refused).value());
            var said = Map.of(
                    "text",
                    refused.reason() == Reason.TEXT_MISSING
                            ? words.say("practice.missing", locale)
                            : refusals.whole(refused, locale));
            return page(definition, text, said, key, standing, model, locale);
        }
        after.addFlashAttribute("notice", words.say("practice.described", locale));
        return "redirect:/badges/pratiques/" + id;
    }
}
