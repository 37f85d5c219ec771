package org.maillage.web.badges.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Badges that wait to be looked at again: nothing is taken away by itself. */
@Controller
class ReviewPages {

    private final Badges badges;
    private final AnsweringPages answering;
    private final BadgeWords said;
    private final Words words;
    private final Clock clock;

    ReviewPages(Badges badges, AnsweringPages answering, BadgeWords said, Words words, Clock clock) {
        this.badges = badges;
        this.answering = answering;
        this.said = said;
        this.words = words;
        this.clock = clock;
    }

    /** One that waits. */
    record Waiting(String award, String drawing, String name, String holder, String since, String why, boolean own) {}

    @GetMapping("/coordination/badges/a-revoir")
    String list(Standing standing, Model model, Locale locale) {
        var waiting = badges.awards().toReview(standing.network(), standing.today(clock));
        var names = words.names(
                standing.network(), waiting.stream().map(Award::member).toList(), locale);
        List<Waiting> rows = waiting.stream()
                .map(award -> row(award, names.getOrDefault(award.member(), ""), standing, locale))
                .toList();
        model.addAttribute("current", "badgeWork");
        model.addAttribute("waiting", rows);
        model.addAttribute("questions", answering.rows(standing, locale));
        return "badges/work/reviews";
    }

    private Waiting row(Award award, String holder, Standing standing, Locale locale) {
        var review = java.util.Objects.requireNonNull(award.review());
        return new Waiting(
                award.award().toString(),
                BadgeWords.image(award).decoration(),
                BadgeWords.text(award.content(), locale).name(),
                holder,
                said.day(LocalDate.ofInstant(review.since(), standing.zone()), locale),
                why(words, review, locale),
                award.member().equals(standing.member()));
    }

    /** Why a badge is to be looked at again. */
    static String why(Words words, Award.Review review, Locale locale) {
        if (review.by() != null) {
            return words.say("work.review.asked", locale);
        }
        return review.broken().isEmpty()
                ? words.say("work.review.practice", locale)
                : words.say("work.review.broken", locale, review.broken().size());
    }
}
