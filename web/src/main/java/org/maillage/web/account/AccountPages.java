package org.maillage.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Rename;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.Profiles;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who one is in the network: name, organisation, what one can bring; and how one reads the pages. */
@Controller
@RequestMapping("/moi")
class AccountPages {

    private static final int LONGEST_NAME = 120;
    private static final Map<Reason, String> FIELDS = Map.of(Reason.UNKNOWN_ORGANISATION, "organisation");

    private final Commands commands;
    private final Projections views;
    private final Profiles profiles;
    private final RefusalTexts refusals;
    private final Words words;

    AccountPages(Commands commands, Projections views, Profiles profiles, RefusalTexts refusals, Words words) {
        this.commands = commands;
        this.views = views;
        this.profiles = profiles;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String show(Viewer viewer, Model model, Locale locale) {
        var standing = viewer.current();
        var typed = standing == null ? null : kept(standing);
        return show(typed, Map.of(), standing, model, locale);
    }

    private Profile kept(Standing standing) {
        var organisation = member(standing).organisation();
        return new Profile(
                FormKey.next().toString(),
                standing.name(),
                organisation == null ? "" : organisation.toString(),
                profiles.offers(standing.member()));
    }

    private Member member(Standing standing) {
        return views.members()
                .find(standing.network(), standing.member(), AsOf.NOW)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
    }

    private String show(
            @Nullable Profile typed,
            Map<String, String> errors,
            @Nullable Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute("current", "me");
        model.addAttribute("errors", errors);
        model.addAttribute("profile", typed);
        if (standing != null) {
            model.addAttribute("organisations", organisations(standing, locale));
        }
        return "account/account";
    }

    private Map<String, String> organisations(Standing standing, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        names.put("", words.say("account.organisation.none", locale));
        views.networks()
                .organisations(standing.network(), AsOf.NOW)
                .forEach(one -> names.put(one.organisation().toString(), one.name()));
        return names;
    }

    @PostMapping("/profil")
    String change(
            Profile typed,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = new Form();
        var key = FormKey.of(typed.key());
        if (!typed.name().equals(standing.name())) {
            form.text(
                    "name", typed.name(), LONGEST_NAME, refusals.ofText("account.name.missing", LONGEST_NAME, locale));
        }
        var organisation = organisation(typed, locale, form);
        if (typed.offers().length() > Profiles.LONGEST_OFFERS) {
            form.fault("offers", words.say("account.offers.long", locale, Profiles.LONGEST_OFFERS));
        }
        if (!form.isRead()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, form.errors(), standing, model, locale);
        }
        var refused = run(typed, organisation, key, viewer, standing);
        if (refused != null) {
            response.setStatus(RefusalStatus.of(refused).value());
            var field = FIELDS.getOrDefault(refused.reason(), "name");
            return show(typed, Map.of(field, refusals.whole(refused, locale)), standing, model, locale);
        }
        profiles.say(standing.member(), typed.offers());
        after.addFlashAttribute("notice", words.say("account.kept", locale));
        return "redirect:/moi";
    }

    private @Nullable OrganisationId organisation(Profile typed, Locale locale, Form form) {
        return typed.organisation().isEmpty()
                ? null
                : form.read(
                        "organisation",
                        () -> OrganisationId.of(typed.organisation()),
                        words.say("account.organisation.unknown", locale));
    }

    // What is as it was is no command: nothing is written for it.
    private @Nullable Refused run(
            Profile typed, @Nullable OrganisationId organisation, FormKey key, Viewer viewer, Standing standing) {
        var changes = new LinkedHashMap<String, MemberCommand>();
        if (!typed.name().equals(standing.name())) {
            changes.put("name", new Rename(standing.member(), standing.network(), typed.name()));
        }
        if (!Objects.equals(organisation, member(standing).organisation())) {
            changes.put("organisation", new ChangeOrganisation(standing.member(), standing.network(), organisation));
        }
        var results = commands.runAll(viewer, key, new ArrayList<>(changes.values()), List.copyOf(changes.keySet()));
        for (var result : results) {
            if (result instanceof Ledger.Result.Declined(Refused refusal)) {
                return refusal;
            }
        }
        return null;
    }

    /** What one says of oneself, as it was typed. */
    record Profile(String key, String name, String organisation, String offers) {

        Profile {
            key = Objects.requireNonNullElse(key, "");
            name = Objects.requireNonNullElse(name, "").strip();
            organisation = Objects.requireNonNullElse(organisation, "");
            offers = Objects.requireNonNullElse(offers, "").strip().replace("\r\n", "\n");
        }
    }
}
