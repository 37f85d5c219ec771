package org.maillage.web.badges.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.maillage.badge.Badges;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AwardId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.asking.BadgeQuestions;
import org.maillage.web.badges.asking.BadgeQuestions.Question;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Members who ask the coordination to look at a badge are answered; never by themselves. */
@Controller
class AnsweringPages {

    private static final String LIST = "redirect:/coordination/badges/a-revoir";
    private static final int LONGEST = 1_000;

    private final Badges badges;
    private final BadgeQuestions questions;
    private final Sight sight;
    private final BadgeWords said;
    private final Words words;
    private final Clock clock;

    AnsweringPages(Badges badges, BadgeQuestions questions, Sight sight, BadgeWords said, Words words, Clock clock) {
        this.badges = badges;
        this.questions = questions;
        this.sight = sight;
        this.said = said;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A question as coordinators read it.
     *
     * @param way where they look at the badge: the award that they see, or where they give one by hand
     */
    record Row(String id, String name, String who, String words, String since, String way, boolean own) {}

    /** Those that wait. */
    List<Row> rows(Standing standing, Locale locale) {
        var waiting = questions.waiting(standing.network());
        var names = words.names(
                standing.network(), waiting.stream().map(Question::member).toList(), locale);
        return waiting.stream()
                .map(one -> new Row(
                        one.id().toString(),
                        name(one, standing, locale),
                        names.getOrDefault(one.member(), ""),
                        one.words(),
                        said.day(LocalDate.ofInstant(one.askedAt(), standing.zone()), locale),
                        way(one, standing),
                        one.member().equals(standing.member())))
                .toList();
    }

    private String name(Question question, Standing standing, Locale locale) {
        return badges.definitions()
                .find(standing.network(), question.definition(), standing.today(clock))
                .map(definition -> BadgeWords.text(definition.content(), locale).name())
                .orElse("");
    }

    private String way(Question question, Standing standing) {
        var award = AwardId.of(question.definition(), question.member());
        return sight.sees(award, standing)
                ? "/coordination/badges/attributions/" + award
                : "/coordination/badges/" + question.definition() + "/attribution";
    }

    @PostMapping("/coordination/badges/questions/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam(name = "words", defaultValue = "") String answer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var question = questions.waiting(id, standing.network());
        if (question.isEmpty()) {
            return told("work.question.gone", "info", locale, after);
        }
        Refused.when(question.get().member().equals(standing.member()), Reason.DECIDES_OWN_BADGE);
        if (answer.isBlank() || answer.length() > LONGEST) {
            return told("work.question.wrong", "error", locale, after);
        }
        var first = questions.answer(question.get(), answer.strip(), standing);
        return told(first ? "work.question.done" : "work.question.gone", first ? "success" : "info", locale, after);
    }

    private String told(String key, String kind, Locale locale, RedirectAttributes after) {
        after.addFlashAttribute("notice", words.say(key, locale));
        after.addFlashAttribute("noticeKind", kind);
        return LIST;
    }
}
