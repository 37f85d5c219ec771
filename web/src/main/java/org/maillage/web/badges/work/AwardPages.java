package org.maillage.web.badges.work;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.AwardCommand;
import org.maillage.ledger.badge.AwardCommand.AskReview;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Renew;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Uphold;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's badge as coordinators see it, and what they decide about it. */
@Controller
@RequestMapping("/coordination/badges/attributions/{award}")
class AwardPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Badges badges;
    private final Sight sight;
    private final AwardSheet sheet;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;

    AwardPages(Badges badges, Sight sight, AwardSheet sheet, Commands commands, RefusalTexts refusals, Words words) {
        this.badges = badges;
        this.sight = sight;
        this.sheet = sheet;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
    }

    /** What was typed about the badge, and who decides. */
    record Asked(
            Award award,
            FormKey key,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {}

    @ModelAttribute
    Asked asked(
            @PathVariable AwardId award,
            @RequestParam(defaultValue = "") String key,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var found = sight.require(award, standing);
        var form = key.isEmpty() ? FormKey.next() : FormKey.of(key);
        return new Asked(found, form, viewer, standing, model, locale, response, after);
    }

    @GetMapping
    String show(@ModelAttribute(binding = false) Asked asked) {
        return page(asked, Map.of(), Map.of());
    }

    private String page(Asked asked, Map<String, String> typed, Map<String, String> errors) {
        var model = asked.model();
        model.addAttribute("current", "badgeWork");
        model.addAttribute("sheet", sheet.of(asked.award(), asked.standing(), asked.locale()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", asked.key());
        return "badges/work/award";
    }

    @PostMapping("/revue")
    String review(@ModelAttribute(binding = false) Asked asked) {
        return run(asked, new AskReview(id(asked), network(asked), by(asked), List.of()), "work.done.review");
    }

    @PostMapping("/maintien")
    String uphold(@ModelAttribute(binding = false) Asked asked, @RequestParam(defaultValue = "") String words) {
        return decide(
                asked,
                new Uphold(id(asked), network(asked), by(asked), words),
                "words",
                "work.done.uphold",
                Map.of("words", words));
    }

    @PostMapping("/suspension")
    String suspend(@ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Suspend(id(asked), network(asked), by(asked), null), "work.done.suspend");
    }

    @PostMapping("/reprise")
    String reinstate(@ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Reinstate(id(asked), network(asked), by(asked)), "work.done.reinstate");
    }

    @PostMapping("/prolongation")
    String renew(@ModelAttribute(binding = false) Asked asked) {
        return run(asked, new Renew(id(asked), network(asked), by(asked), List.of()), "work.done.renew");
    }

    @PostMapping("/retrait")
    String revoke(
            @ModelAttribute(binding = false) Asked asked,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String published) {
        var form = new Form();
        var code = form.read(
                "reason", () -> RevocationReason.valueOf(reason), words.say("work.revoke.reason.none", asked.locale()));
        if (published.isBlank()) {
            form.fault("published", words.say("work.revoke.published.none", asked.locale()));
        }
        if (code == null || !form.isRead()) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(asked, Map.of("reason", reason, "published", published), form.errors());
        }
        var typed = Map.of("reason", reason, "published", published);
        return decide(
                asked,
                new Revoke(id(asked), network(asked), by(asked), code, published),
                "published",
                "work.done.revoke",
                typed);
    }

    private static AwardId id(Asked asked) {
        return asked.award().award();
    }

    private static NetworkId network(Asked asked) {
        return asked.standing().network();
    }

    private static MemberId by(Asked asked) {
        return asked.standing().member();
    }

    /** Decides; what the ledger refuses of the words comes back beside them. */
    private String decide(Asked asked, AwardCommand command, String field, String done, Map<String, String> typed) {
        try {
            return run(asked, command, done);
        } catch (Refused refused) {
            if (refused.reason() != Reason.TEXT_TOO_LONG && refused.reason() != Reason.TEXT_UNREADABLE) {
                throw refused;
            }
            asked.response().setStatus(RefusalStatus.of(refused).value());
            return page(asked, typed, Map.of(field, refusals.whole(refused, asked.locale())));
        }
    }

    private String run(Asked asked, AwardCommand command, String done) {
        var outcome = commands.run(asked.viewer(), asked.key(), command);
        badges.awaitPosition(outcome.position(), PATIENCE);
        asked.after().addFlashAttribute("notice", words.say(done, asked.locale()));
        // What stands and was not accepted is the member's alone to know again.
        return sight.sees(id(asked), asked.standing())
                ? "redirect:/coordination/badges/attributions/" + id(asked)
                : "redirect:/coordination/badges/a-revoir";
    }
}
