package org.maillage.web.badges;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.badge.AwardCommand;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.Decline;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.value.AwardId;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Way;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member says of their own badge: accepted or not, shown to anybody or to nobody. */
@Controller
@RequestMapping("/badges/{id}")
class ShowingPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Badges badges;
    private final Commands commands;
    private final Words words;
    private final Clock clock;

    ShowingPages(Badges badges, Commands commands, Words words, Clock clock) {
        this.badges = badges;
        this.commands = commands;
        this.words = words;
        this.clock = clock;
    }

    /** Who says it of which badge, and where the form leads back to. */
    record Asked(Award award, FormKey key, Viewer viewer, String back, Locale locale, RedirectAttributes after) {}

    @ModelAttribute
    Asked asked(
            @PathVariable AwardId id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "/badges") String back,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var award = MyBadgesPages.own(badges, id, standing, standing.today(clock));
        return new Asked(award, FormKey.of(key), viewer, Way.back(back), locale, after);
    }

    @PostMapping("/acceptation")
    String accept(@ModelAttribute(binding = false) Asked asked) {
        var award = asked.award();
        return run(asked, new Accept(award.award(), award.network(), award.member()), "badges.done.accepted");
    }

    @PostMapping("/refus")
    String decline(@ModelAttribute(binding = false) Asked asked) {
        var award = asked.award();
        return run(asked, new Decline(award.award(), award.network(), award.member()), "badges.done.declined");
    }

    @PostMapping("/publication")
    String publish(@ModelAttribute(binding = false) Asked asked) {
        var award = asked.award();
        return run(asked, new Publish(award.award(), award.network(), award.member()), "badges.done.published");
    }

    @PostMapping("/retrait")
    String unpublish(@ModelAttribute(binding = false) Asked asked) {
        var award = asked.award();
        return run(asked, new Unpublish(award.award(), award.network(), award.member()), "badges.done.unpublished");
    }

    private String run(Asked asked, AwardCommand command, String done) {
        var outcome = commands.run(asked.viewer(), asked.key(), command);
        badges.awaitPosition(outcome.position(), PATIENCE);
        var name = BadgeWords.text(asked.award().content(), asked.locale()).name();
        asked.after().addFlashAttribute("notice", words.say(done, asked.locale(), name));
        return "redirect:" + asked.back();
    }
}
