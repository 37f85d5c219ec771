package org.maillage.web.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.SortName;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.GuestFields;
import org.maillage.web.signin.Invitations;
import org.maillage.web.signin.Invitations.Answer;
import org.maillage.web.signin.Invitations.Guest;
import org.maillage.web.signin.Takeovers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a network over as long as none of its coordinators has an account, as after an import that made it (rule 3). */
@Controller
@RequestMapping("/administration/reseaux/{network}/coordination")
class HandoverPages {

    private static final int SHOWN = 50;

    private final Projections views;
    private final FirstCoordinators coordinators;
    private final Invitations invitations;
    private final GuestFields guests;
    private final Takeovers takeovers;
    private final Words words;

    HandoverPages(
            Projections views,
            FirstCoordinators coordinators,
            Invitations invitations,
            GuestFields guests,
            Takeovers takeovers,
            Words words) {
        this.views = views;
        this.coordinators = coordinators;
        this.invitations = invitations;
        this.guests = guests;
        this.takeovers = takeovers;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable NetworkId network, @RequestParam(defaultValue = "") String text, Viewer viewer, Model model) {
        return show(find(network), text, Map.of(), Map.of(), FormKey.next().toString(), viewer, model);
    }

    private String show(
            Network network,
            String text,
            Map<String, String> typed,
            Map<String, String> errors,
            String key,
            Viewer viewer,
            Model model) {
        var withoutAccount = withoutAccount(network.network());
        var sought = SortName.of(text);
        var found = withoutAccount.stream()
                .filter(member -> SortName.of(member.name()).contains(sought))
                .toList();
        model.addAttribute("current", "administration");
        model.addAttribute("network", network);
        model.addAttribute("led", views.members().isLed(network.network()));
        model.addAttribute("belongs", viewer.in(network.network()).isPresent());
        model.addAttribute("joined", joined(network.network()));
        model.addAttribute("withoutAccount", withoutAccount.size());
        model.addAttribute("found", found.stream().limit(SHOWN).toList());
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("text", text);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        return "administration/handover";
    }

    private List<Member> withoutAccount(NetworkId network) {
        return views.members().coordinators(network, AsOf.NOW).stream()
                .filter(member -> member.status() != Member.Status.JOINED)
                .toList();
    }

    private List<Member> joined(NetworkId network) {
        var filter = new MemberFilter(null, Member.Status.JOINED, null);
        return views.members().listed(network, filter, AsOf.NOW, null, SHOWN).items();
    }

    /** The administrator takes part in it, and coordinates it. */
    @PostMapping
    String takeOn(
            @PathVariable NetworkId network,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String own,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var open = stillOpen(network);
        var form = new Form();
        var called = guests.name("own", own, form, locale);
        if (!form.isRead()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(open, "", Map.of("own", own), form.errors(), key, viewer, model);
        }
        coordinators.become(viewer, FormKey.of(key), network, called);
        after.addFlashAttribute("notice", words.say("handover.self.done", locale, open.name()));
        return back(network);
    }

    @PostMapping("/invitations")
    String invite(
            @PathVariable NetworkId network,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var open = stillOpen(network);
        var form = new Form();
        var named = guests.guest("", name, email, form, locale);
        if (named.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(open, "", Map.of("name", name, "email", email), form.errors(), key, viewer, model);
        }
        var formKey = FormKey.of(key);
        var called = named.get().name();
        var guest = new Guest(network, null, called, named.get().address());
        var answer = invitations.invite(
                Actor.administrator(viewer.person()),
                formKey,
                guest,
                locale,
                member -> coordinators.appoint(viewer, formKey, network, member));
        var said = answer == Answer.ALREADY_A_MEMBER ? "handover.invite.member" : "members.invited." + answer;
        after.addFlashAttribute("notice", words.say(said, locale, called));
        after.addFlashAttribute("noticeKind", answer.tone());
        return back(network);
    }

    @PostMapping("/{member}")
    String appoint(
            @PathVariable NetworkId network,
            @PathVariable MemberId member,
            @RequestParam String key,
            Viewer viewer,
            Locale locale,
            RedirectAttributes after) {
        coordinators.appoint(viewer, FormKey.of(key), network, member);
        after.addFlashAttribute("notice", words.say("members.appointed", locale, words.name(network, member, locale)));
        return back(network);
    }

    // Shown in the answer itself: what is handed over is kept nowhere, so that no later page could show it.
    @PostMapping("/{member}/liens")
    String makeLink(@PathVariable NetworkId network, @PathVariable MemberId member, Model model, Locale locale) {
        var open = stillOpen(network);
        var takeover = takeovers.link(network, member);
        model.addAttribute("current", "administration");
        model.addAttribute("takeover", takeover);
        model.addAttribute("printed", false);
        model.addAttribute("name", words.name(network, member, locale));
        model.addAttribute("network", open.name());
        model.addAttribute("until", words.day(LocalDate.ofInstant(takeover.until(), open.zone()), locale));
        model.addAttribute("back", path(network));
        return "coordination/takeover";
    }

    private Network find(NetworkId network) {
        return views.networks().find(network).orElseThrow(() -> new Refused(Reason.UNKNOWN_NETWORK));
    }

    private Network stillOpen(NetworkId network) {
        var found = find(network);
        Refused.when(views.members().isLed(network), Reason.NOT_A_COORDINATOR);
        return found;
    }

    private static String path(NetworkId network) {
        return "/administration/reseaux/" + network + "/coordination";
    }

    private static String back(NetworkId network) {
        return "redirect:" + path(network);
    }
}
