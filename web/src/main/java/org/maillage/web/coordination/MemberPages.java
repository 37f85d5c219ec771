package org.maillage.web.coordination;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.Invitations;
import org.maillage.web.signin.Invitations.Guest;
import org.maillage.web.signin.Takeovers;
import org.maillage.web.signin.Takeovers.Takeover;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who takes part in the network: the directory, entering, inviting, appointing. */
@Controller
@RequestMapping("/coordination/membres")
class MemberPages {

    private static final int ITEMS = 50;

    private final Projections views;
    private final Commands commands;
    private final Invitations invitations;
    private final Takeovers takeovers;
    private final Words words;

    MemberPages(Projections views, Commands commands, Invitations invitations, Takeovers takeovers, Words words) {
        this.views = views;
        this.commands = commands;
        this.invitations = invitations;
        this.takeovers = takeovers;
        this.words = words;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model) {
        var filter = new MemberFilter(text.isBlank() ? null : text.strip(), null, null);
        var page = views.members().all(standing.network(), filter, AsOf.NOW, suite, ITEMS);
        model.addAttribute("current", "members");
        model.addAttribute("text", text);
        model.addAttribute("members", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("key", FormKey.next());
        return "coordination/members";
    }

    @PostMapping
    String enter(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var form = FormKey.of(key);
        var member = new MemberId(form.id("member"));
        var command =
                new Enter(member, standing.network(), standing.member(), MemberEvent.Origin.COORDINATOR, name, null);
        return done(viewer, form, command, "members.entered", name, locale, after);
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var address = EmailAddress.read(email).orElseThrow(() -> new Refused(Reason.EMAIL_INVALID));
        var guest = new Guest(standing.network(), standing.networkName(), standing.member(), name, address);
        var answer = invitations.invite(viewer.actor(), FormKey.of(key), guest, locale);
        after.addFlashAttribute("notice", words.say("members.invited." + answer, locale, name));
        after.addFlashAttribute("noticeKind", answer == Invitations.Answer.ALREADY_A_MEMBER ? "info" : "success");
        return "redirect:/coordination/membres";
    }

    // Shown in the answer itself: what is handed over is kept nowhere, so that no later page could show it.
    @PostMapping("/{member}/liens")
    String makeLink(@PathVariable MemberId member, Standing standing, Model model, Locale locale) {
        var link = takeovers.link(standing.network(), member);
        return handOver(link, false, member, standing, model, locale);
    }

    @PostMapping("/{member}/codes")
    String makeCode(@PathVariable MemberId member, Standing standing, Model model, Locale locale) {
        var code = takeovers.code(standing.network(), member);
        return handOver(code, true, member, standing, model, locale);
    }

    private String handOver(
            Takeover takeover, boolean printed, MemberId member, Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "members");
        model.addAttribute("takeover", takeover);
        model.addAttribute("printed", printed);
        model.addAttribute("name", words.name(standing.network(), member, locale));
        model.addAttribute("network", standing.networkName());
        model.addAttribute("until", words.day(LocalDate.ofInstant(takeover.until(), standing.zone()), locale));
        return "coordination/takeover";
    }

    @PostMapping("/{member}/coordination")
    String appoint(
            @PathVariable MemberId member,
            @RequestParam String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var command = new AppointCoordinator(standing.network(), member, standing.member());
        var name = words.name(standing.network(), member, locale);
        return done(viewer, FormKey.of(key), command, "members.appointed", name, locale, after);
    }

    @PostMapping("/{member}/retrait")
    String dismiss(
            @PathVariable MemberId member,
            @RequestParam String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var command = new DismissCoordinator(standing.network(), member, standing.member());
        var name = words.name(standing.network(), member, locale);
        return done(viewer, FormKey.of(key), command, "members.dismissed", name, locale, after);
    }

    private String done(
            Viewer viewer,
            FormKey key,
            LedgerCommand command,
            String said,
            String name,
            Locale locale,
            RedirectAttributes after) {
        commands.run(viewer, key, command);
        after.addFlashAttribute("notice", words.say(said, locale, name));
        return "redirect:/coordination/membres";
    }
}
