package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand.AssignOrganisation;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.Invitations;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who takes part in the network, as its coordinators see them: by name, never by an amount (rule 14). */
@Controller
@RequestMapping("/coordination/membres")
class MemberPages {

    private static final int ITEMS = 50;

    private final Projections views;
    private final MembersCsv csv;
    private final Invitations invitations;
    private final Commands commands;
    private final Words words;

    MemberPages(Projections views, MembersCsv csv, Invitations invitations, Commands commands, Words words) {
        this.commands = commands;
        this.views = views;
        this.csv = csv;
        this.invitations = invitations;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) Member.@Nullable Status statut,
            @RequestParam(required = false) @Nullable OrganisationId structure,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale) {
        var filter = new MemberFilter(text.isBlank() ? null : text.strip(), statut, structure);
        var page = views.members().all(standing.network(), filter, AsOf.NOW, suite, ITEMS);
        model.addAttribute("current", "members");
        model.addAttribute("text", text);
        model.addAttribute("status", statut);
        model.addAttribute("organisation", structure);
        model.addAttribute("statuses", statuses(locale));
        model.addAttribute("organisations", organisations("members.organisation.all", standing, locale));
        model.addAttribute("filtered", !filter.equals(MemberFilter.ALL));
        model.addAttribute("members", page.items());
        model.addAttribute("next", page.next());
        return "coordination/members";
    }

    @GetMapping("/membres.csv")
    void export(Standing standing, Locale locale, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"membres.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        csv.write(standing.network(), locale, response.getOutputStream());
    }

    @GetMapping("/{member}")
    String show(@PathVariable MemberId member, Standing standing, Model model, Locale locale) {
        var found = views.members()
                .find(standing.network(), member, AsOf.NOW)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
        model.addAttribute("current", "members");
        model.addAttribute("member", found);
        model.addAttribute("name", words.name(standing.network(), member, locale));
        model.addAttribute("late", invitations.isLate(member));
        model.addAttribute("oneself", member.equals(standing.member()));
        model.addAttribute("organisations", organisations("members.organisation.none", standing, locale));
        model.addAttribute(
                "chosen",
                found.organisation() == null ? "" : found.organisation().toString());
        model.addAttribute("key", FormKey.next());
        return "coordination/member";
    }

    @PostMapping("/{member}/structure")
    String assign(
            @PathVariable MemberId member,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String structure,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            RedirectAttributes after,
            HttpServletResponse response) {
        var form = new Form();
        var missing = words.say("members.organisation.unknown", locale);
        var organisation =
                structure.isEmpty() ? null : form.read("structure", () -> OrganisationId.of(structure), missing);
        if (form.isRead()) {
            try {
                commands.run(
                        viewer,
                        FormKey.of(key),
                        new AssignOrganisation(member, standing.network(), standing.member(), organisation));
                var name = words.name(standing.network(), member, locale);
                after.addFlashAttribute("notice", words.say("members.organisation.kept", locale, name));
                return "redirect:/coordination/membres/" + member;
            } catch (Refused refused) {
                if (refused.reason() != Reason.UNKNOWN_ORGANISATION) {
                    throw refused;
                }
                form.fault("structure", missing);
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", form.errors());
        return show(member, standing, model, locale);
    }

    private Map<String, String> statuses(Locale locale) {
        var statuses = new LinkedHashMap<String, String>();
        statuses.put("", words.say("members.status.all", locale));
        for (var status : Member.Status.values()) {
            statuses.put(status.name(), words.say("members.status." + status, locale));
        }
        return statuses;
    }

    private Map<String, String> organisations(String none, Standing standing, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        names.put("", words.say(none, locale));
        views.networks()
                .organisations(standing.network(), AsOf.NOW)
                .forEach(one -> names.put(one.organisation().toString(), one.name()));
        return names;
    }
}
