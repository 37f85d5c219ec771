package org.maillage.web.administration;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.maillage.badge.Badges;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.Invitations;
import org.maillage.web.signin.Invitations.Guest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The installation: its health, rebuilding the views, and making networks with their first coordinator. */
@Controller
@RequestMapping("/administration")
class AdministrationPages {

    private final Projections views;
    private final Badges badges;
    private final Health health;
    private final Commands commands;
    private final Invitations invitations;
    private final Words words;

    AdministrationPages(
            Projections views, Badges badges, Health health, Commands commands, Invitations invitations, Words words) {
        this.views = views;
        this.badges = badges;
        this.health = health;
        this.commands = commands;
        this.invitations = invitations;
        this.words = words;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        health.show(model, locale);
        model.addAttribute("current", "administration");
        model.addAttribute("key", FormKey.next());
        return "administration/administration";
    }

    /** The health: alone for the page that asks again and again, as a page of its own for whoever opens it. */
    @GetMapping("/sante")
    String health(
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model, Locale locale) {
        health.show(model, locale);
        model.addAttribute("current", "administration");
        return part ? "administration/health :: health" : "administration/health-page";
    }

    @PostMapping("/reconstruction")
    String rebuild(Locale locale, RedirectAttributes after) {
        // Its outcome is read from the progress that the page shows.
        var _ = views.rebuild();
        after.addFlashAttribute("notice", words.say("administration.rebuild.started", locale));
        return "redirect:/administration/sante";
    }

    @PostMapping("/en-attente")
    String retry(@RequestParam(defaultValue = "") String network, Locale locale, RedirectAttributes after) {
        var waiting = network.isEmpty() ? null : NetworkId.of(network);
        var shown = views.retryParked(waiting);
        var awarded = badges.retryParked(waiting);
        var done = shown && awarded;
        after.addFlashAttribute(
                "notice", words.say(done ? "administration.parked.done" : "administration.parked.still", locale));
        after.addFlashAttribute("noticeKind", done ? "success" : "attention");
        return "redirect:/administration/sante";
    }

    @PostMapping("/reseaux")
    String create(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String founder,
            Viewer viewer,
            Locale locale,
            RedirectAttributes after) {
        var form = FormKey.of(key);
        var command = new Create(
                new NetworkId(form.id("network")),
                name,
                parent.isEmpty() ? null : NetworkId.of(parent),
                ZoneId.of("Europe/Paris"),
                Set.of(),
                null,
                null);
        var view = done(viewer, form, command, "administration.network.made", name, locale, after);
        if (!founder.isBlank()) {
            found(viewer, form, command.network(), founder);
        }
        return view;
    }

    // The administrator takes part in it as its first member and coordinator.
    private void found(Viewer viewer, FormKey form, NetworkId network, String name) {
        var member = new MemberId(form.id("founder"));
        var join = new Join(member, network, viewer.person(), Via.FOUNDING, name);
        commands.administer(viewer, new FormKey(form.id("join")), join);
        commands.administer(viewer, new FormKey(form.id("appoint")), new AppointCoordinator(network, member, null));
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam String key,
            @RequestParam NetworkId network,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Viewer viewer,
            Locale locale,
            RedirectAttributes after) {
        var address = EmailAddress.read(email).orElseThrow(() -> new Refused(Reason.EMAIL_INVALID));
        var found = views.networks().find(network).orElseThrow(() -> new Refused(Reason.UNKNOWN_NETWORK));
        var guest = new Guest(found.network(), null, name, address);
        var answer = invitations.invite(Actor.administrator(viewer.person()), FormKey.of(key), guest, locale);
        after.addFlashAttribute("notice", words.say("members.invited." + answer, locale, name));
        after.addFlashAttribute("noticeKind", answer.tone());
        return "redirect:/administration";
    }

    private String done(
            Viewer viewer,
            FormKey key,
            LedgerCommand command,
            String said,
            String name,
            Locale locale,
            RedirectAttributes after) {
        commands.administer(viewer, key, command);
        after.addFlashAttribute("notice", words.say(said, locale, name));
        return "redirect:/administration";
    }
}
