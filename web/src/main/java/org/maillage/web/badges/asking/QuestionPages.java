package org.maillage.web.badges.asking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Definition;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking the coordination to look at a badge again: one that is suspended or under review, or one that one misses. */
@Controller
@RequestMapping("/badges/questions/{id}")
class QuestionPages {

    private static final int LONGEST = 1_000;

    private final Badges badges;
    private final BadgeQuestions questions;
    private final Words words;
    private final Clock clock;

    QuestionPages(Badges badges, BadgeQuestions questions, Words words, Clock clock) {
        this.badges = badges;
        this.questions = questions;
        this.words = words;
        this.clock = clock;
    }

    /** A question as whoever asked it reads it. */
    record Asked(
            String words,
            String day,
            @Nullable String answer,
            @Nullable String answered) {}

    @GetMapping
    String show(@PathVariable BadgeDefinitionId id, Standing standing, Model model, Locale locale) {
        return page(require(id, standing), "", Map.of(), FormKey.next().toString(), standing, model, locale);
    }

    private String page(
            Definition definition,
            String typed,
            Map<String, String> errors,
            String key,
            Standing standing,
            Model model,
            Locale locale) {
        var asked = questions.of(standing, definition.definition()).stream()
                .map(one -> asked(one, standing, locale))
                .toList();
        model.addAttribute("current", "badges");
        model.addAttribute("definition", definition.definition());
        model.addAttribute("name", BadgeWords.text(definition.content(), locale).name());
        model.addAttribute(
                "criteria", BadgeWords.text(definition.content(), locale).criteria());
        model.addAttribute("asked", asked);
        model.addAttribute("typed", typed.isEmpty() ? waiting(asked) : typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        return "badges/question";
    }

    private static String waiting(List<Asked> asked) {
        return asked.stream()
                .filter(one -> one.answer() == null)
                .findFirst()
                .map(Asked::words)
                .orElse("");
    }

    private Asked asked(BadgeQuestions.Question one, Standing standing, Locale locale) {
        var at = one.answeredAt();
        return new Asked(
                one.words(),
                day(one.askedAt(), standing, locale),
                one.answer(),
                at == null ? null : day(at, standing, locale));
    }

    private String day(Instant at, Standing standing, Locale locale) {
        return words.day(LocalDate.ofInstant(at, standing.zone()), locale);
    }

    private Definition require(BadgeDefinitionId id, Standing standing) {
        return badges.definitions()
                .find(standing.network(), id, standing.today(clock))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }

    @PostMapping
    String ask(
            @PathVariable BadgeDefinitionId id,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String text,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var definition = require(id, standing);
        var fault = fault(text);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = Map.of("text", words.say(fault, locale));
            return page(definition, text, errors, key, standing, model, locale);
        }
        questions.ask(FormKey.of(key).id("badge-question"), id, text.strip(), standing);
        after.addFlashAttribute("notice", words.say("question.sent", locale));
        return "redirect:/badges/questions/" + id;
    }

    /** What is wrong with what somebody wrote, as the key of a sentence; null where nothing is. */
    static @Nullable String fault(String text) {
        if (text.isBlank()) {
            return "question.missing";
        }
        return text.length() > LONGEST ? "question.long" : null;
    }
}
