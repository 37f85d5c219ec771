package org.maillage.web.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.maillage.projection.portrait.PortraitEvidence;
import org.maillage.web.frame.AskedDay;
import org.maillage.web.frame.Words;
import org.maillage.web.portrait.Portraits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's role portrait, the contributions that make it, and the portrait of a member who shows theirs. */
@Controller
@RequestMapping("/portrait")
class PortraitPages {

    private static final int ITEMS = 30;
    private static final String ALL_TIME = "toujours";
    private static final int WHOLE = 10_000;

    private final Portraits portraits;
    private final Projections views;
    private final Consents consents;
    private final Profiles profiles;
    private final Words words;
    private final Clock clock;

    PortraitPages(
            Portraits portraits, Projections views, Consents consents, Profiles profiles, Words words, Clock clock) {
        this.portraits = portraits;
        this.views = views;
        this.consents = consents;
        this.profiles = profiles;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String own(
            @RequestParam(defaultValue = "") String periode,
            @RequestParam(defaultValue = "") String date,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var today = standing.today(clock);
        var allTime = periode.equals(ALL_TIME);
        var day = AskedDay.of(date, today);
        day.show(model, words, locale, response);
        surround(model, allTime);
        model.addAttribute("portrait", portraits.own(standing, allTime, day.or(today), asOf(day), locale));
        var shown = consents.of(standing.member()).get(Item.FLOWER);
        model.addAttribute("shown", shown == null ? "SELF" : shown.audience().name());
        return "profile/portrait";
    }

    private static LocalDate asOf(AskedDay day) {
        return day.or(AsOf.NOW);
    }

    private static void surround(Model model, boolean allTime) {
        model.addAttribute("current", "home");
        model.addAttribute("allTime", allTime);
        model.addAttribute("period", allTime ? ALL_TIME : "");
    }

    @GetMapping("/roles/{role}")
    String role(
            @PathVariable Role role,
            @RequestParam(defaultValue = "") String periode,
            @RequestParam(defaultValue = "") String date,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var today = standing.today(clock);
        var allTime = periode.equals(ALL_TIME);
        var day = AskedDay.of(date, today);
        day.show(model, words, locale, response);
        var through = day.or(today);
        var from = allTime ? null : through.minusMonths(12).plusDays(1);
        var page = views.portraits()
                .evidence(standing.network(), standing.member(), role, from, through, asOf(day), suite, ITEMS);
        surround(model, allTime);
        model.addAttribute("role", role);
        model.addAttribute("roleName", words.say("shell.role." + role, locale));
        model.addAttribute(
                "items",
                page.map(found -> evidence(standing, role, found, locale)).items());
        model.addAttribute("next", page.next());
        return "profile/role";
    }

    private Evidence evidence(Standing standing, Role role, PortraitEvidence found, Locale locale) {
        int weight = found.weights().basisPoints().getOrDefault(role, 0);
        return new Evidence(
                found.contribution().toString(),
                words.kind(standing.network(), found.kind(), locale),
                words.day(found.day(), locale),
                weight == WHOLE
                        ? words.say("portrait.role.all", locale)
                        : words.say("portrait.role.part", locale, words.percent(weight, locale)));
    }

    /** Somebody else's portrait, where they show it to the network; to others the page is none. */
    @GetMapping("/{member}")
    String another(@PathVariable MemberId member, Standing standing, Model model, Locale locale) {
        if (member.equals(standing.member())) {
            return "redirect:/portrait";
        }
        var found = views.members()
                .find(standing.network(), member, AsOf.NOW)
                .filter(known -> known.status() != Member.Status.LEFT)
                .filter(_ -> consents.allows(member, Item.FLOWER, Audience.NETWORK))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("current", "members");
        model.addAttribute("name", found.name().isEmpty() ? words.say("words.nobody", locale) : found.name());
        model.addAttribute("member", member.toString());
        model.addAttribute("portrait", portraits.ofAnother(standing.network(), member, standing.today(clock), locale));
        model.addAttribute(
                "offers", consents.allows(member, Item.OFFERS, Audience.NETWORK) ? profiles.offers(member) : "");
        return "profile/another";
    }

    /** A contribution-day that weighs on a role. */
    record Evidence(String contribution, String kind, String day, String weight) {}
}
