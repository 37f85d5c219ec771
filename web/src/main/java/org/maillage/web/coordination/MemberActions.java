package org.maillage.web.coordination;

import java.time.LocalDate;
import java.util.Locale;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.Takeovers;
import org.maillage.web.signin.Takeovers.Takeover;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What coordinators do about one member: appoint, dismiss, hand over the place that waits for them. */
@Controller
@RequestMapping("/coordination/membres/{member}")
class MemberActions {

    private final Commands commands;
    private final Takeovers takeovers;
    private final Words words;

    MemberActions(Commands commands, Takeovers takeovers, Words words) {
        this.commands = commands;
        this.takeovers = takeovers;
        this.words = words;
    }

    // Shown in the answer itself: what is handed over is kept nowhere, so that no later page could show it.
    @PostMapping("/liens")
    String makeLink(@PathVariable MemberId member, Standing standing, Model model, Locale locale) {
        return handOver(takeovers.link(standing.network(), member), false, member, standing, model, locale);
    }

    @PostMapping("/codes")
    String makeCode(@PathVariable MemberId member, Standing standing, Model model, Locale locale) {
        return handOver(takeovers.code(standing.network(), member), true, member, standing, model, locale);
    }

    private String handOver(
            Takeover takeover, boolean printed, MemberId member, Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "members");
        model.addAttribute("takeover", takeover);
        model.addAttribute("printed", printed);
        model.addAttribute("name", words.name(standing.network(), member, locale));
        model.addAttribute("network", standing.networkName());
        model.addAttribute("until", words.day(LocalDate.ofInstant(takeover.until(), standing.zone()), locale));
        model.addAttribute("back", "/coordination/membres");
        return "coordination/takeover";
    }

    @PostMapping("/coordination")
    String appoint(
            @PathVariable MemberId member,
            @RequestParam String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var command = new AppointCoordinator(standing.network(), member, standing.member());
        return done(viewer, standing, member, FormKey.of(key), command, "members.appointed", locale, after);
    }

    @PostMapping("/retrait")
    String dismiss(
            @PathVariable MemberId member,
            @RequestParam String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var command = new DismissCoordinator(standing.network(), member, standing.member());
        return done(viewer, standing, member, FormKey.of(key), command, "members.dismissed", locale, after);
    }

    private String done(
            Viewer viewer,
            Standing standing,
            MemberId member,
            FormKey key,
            LedgerCommand command,
            String said,
            Locale locale,
            RedirectAttributes after) {
        var name = words.name(standing.network(), member, locale);
        commands.run(viewer, key, command);
        after.addFlashAttribute("notice", words.say(said, locale, name));
        // Who dismissed themselves sees the pages of coordinators no more.
        var stays = !(command instanceof DismissCoordinator) || !member.equals(standing.member());
        return stays ? "redirect:/coordination/membres/" + member : "redirect:/";
    }
}
