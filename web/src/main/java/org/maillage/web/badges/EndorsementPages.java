package org.maillage.web.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.AwardCommand;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.WithdrawAwardEndorsement;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A colleague endorses a badge that somebody shows, for themselves or for their organisation, and takes it back. */
@Controller
@RequestMapping("/b/{code}/appui")
class EndorsementPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<Reason> OF_THE_WORDS =
            EnumSet.of(Reason.TEXT_TOO_LONG, Reason.TEXT_UNREADABLE, Reason.TEXT_MISSING);

    private final PublicBadges shown;
    private final PublicBadgePages pages;
    private final Voices voices;
    private final Badges badges;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;

    EndorsementPages(
            PublicBadges shown,
            PublicBadgePages pages,
            Voices voices,
            Badges badges,
            Commands commands,
            RefusalTexts refusals,
            Words words) {
        this.shown = shown;
        this.pages = pages;
        this.voices = voices;
        this.badges = badges;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
    }

    @PostMapping
    String endorse(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "self") String as,
            @RequestParam(defaultValue = "") String mots,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var award = require(code, standing);
        var organisation = voices.organisation(as, standing);
        var said = mots.isBlank() ? null : mots.strip();
        try {
            run(viewer, key, new EndorseAward(award.award(), award.network(), standing.member(), organisation, said));
        } catch (Refused refused) {
            if (!OF_THE_WORDS.contains(refused.reason())) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var fault = new PublicBadgePages.Fault(mots, as, refusals.whole(refused, locale));
            return pages.show(award, fault, model, locale, response);
        }
        after.addFlashAttribute("notice", words.say("badges.done.endorsed", locale));
        return "redirect:/b/" + award.code().shown();
    }

    @PostMapping("/retrait")
    String withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "self") String as,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var award = require(code, standing);
        var organisation = voices.organisation(as, standing);
        run(viewer, key, new WithdrawAwardEndorsement(award.award(), award.network(), standing.member(), organisation));
        after.addFlashAttribute("notice", words.say("badges.done.withdrawn", locale));
        return "redirect:/b/" + award.code().shown();
    }

    private void run(Viewer viewer, String key, AwardCommand command) {
        var outcome = commands.run(viewer, FormKey.of(key), command);
        badges.awaitPosition(outcome.position(), PATIENCE);
    }

    // Of another network, or not shown: to this member there is no such badge to endorse.
    private Award require(String code, Standing standing) {
        return shown.shown(code)
                .filter(award -> award.network().equals(standing.network()))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }
}
