package org.maillage.web.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maillage.badge.Badges;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.GuestFields;
import org.maillage.web.signin.Invitations;
import org.maillage.web.signin.Invitations.Guest;
import org.springframework.http.HttpStatus;
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

    private static final int LONGEST_NETWORK = 80;

    private final Projections views;
    private final Badges badges;
    private final Health health;
    private final Commands commands;
    private final FirstCoordinators coordinators;
    private final Invitations invitations;
    private final GuestFields guests;
    private final RefusalTexts refusals;
    private final Words words;

    AdministrationPages(
            Projections views,
            Badges badges,
            Health health,
            Commands commands,
            FirstCoordinators coordinators,
            Invitations invitations,
            GuestFields guests,
            RefusalTexts refusals,
            Words words) {
        this.views = views;
        this.badges = badges;
        this.health = health;
        this.commands = commands;
        this.coordinators = coordinators;
        this.invitations = invitations;
        this.guests = guests;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        return show(Map.of(), Map.of(), FormKey.next().toString(), model, locale);
    }

    // Both forms of the page; the fields of the second begin with «invite».
    private String show(Map<String, String> typed, Map<String, String> errors, String key, Model model, Locale locale) {
        health.show(model, locale);
        model.addAttribute("current", "administration");
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        var unled = views.members().unled();
        model.addAttribute(
                "unled",
                views.networks().all().stream()
                        .filter(network -> unled.contains(network.network()))
                        .toList());
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
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = new Form();
        var called = form.text(
                "network-name",
                name,
                LONGEST_NETWORK,
                refusals.ofText("administration.network.name.missing", LONGEST_NETWORK, locale));
        var first = founder.isBlank() ? "" : guests.name("network-founder", founder, form, locale);
        if (!form.isRead()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var typed = Map.of("network-name", name, "network-parent", parent, "network-founder", founder);
            return show(typed, form.errors(), key, model, locale);
        }
        make(FormKey.of(key), called, parent, first, viewer);
        after.addFlashAttribute("notice", words.say("administration.network.made", locale, called));
        return "redirect:/administration";
    }

    private void make(FormKey form, String name, String parent, String founder, Viewer viewer) {
        var command = new Create(
                new NetworkId(form.id("network")),
                name,
                parent.isEmpty() ? null : NetworkId.of(parent),
                ZoneId.of("Europe/Paris"),
                Set.of(),
                null,
                null);
        commands.administer(viewer, form, command);
        if (!founder.isEmpty()) {
            coordinators.become(viewer, form, command.network(), founder);
        }
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam String key,
            @RequestParam NetworkId network,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = new Form();
        var named = guests.guest("invite-", name, email, form, locale);
        if (named.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var typed = Map.of("invite-network", network.toString(), "invite-name", name, "invite-email", email);
            return show(typed, form.errors(), key, model, locale);
        }
        var found = views.networks().find(network).orElseThrow(() -> new Refused(Reason.UNKNOWN_NETWORK));
        var called = named.get().name();
        var guest = new Guest(found.network(), null, called, named.get().address());
        var answer = invitations.invite(Actor.administrator(viewer.person()), FormKey.of(key), guest, locale);
        after.addFlashAttribute("notice", words.say("members.invited." + answer, locale, called));
        after.addFlashAttribute("noticeKind", answer.tone());
        return "redirect:/administration";
    }
}
