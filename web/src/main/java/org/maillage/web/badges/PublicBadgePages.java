package org.maillage.web.badges;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award;
import org.maillage.web.badges.Voices.Voice;
import org.maillage.web.badges.memory.Freshness;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A badge for anybody who has its address: whatever is not public is answered as though it were not there. */
@Controller
class PublicBadgePages {

    private final PublicBadges badges;
    private final LiveChecks live;
    private final Voices voices;
    private final PublicAddress site;
    private final Freshness freshness;

    PublicBadgePages(PublicBadges badges, LiveChecks live, Voices voices, PublicAddress site, Freshness freshness) {
        this.badges = badges;
        this.live = live;
        this.voices = voices;
        this.site = site;
        this.freshness = freshness;
    }

    @GetMapping(path = "/b/{code}", produces = MediaType.TEXT_HTML_VALUE)
    String show(
            @PathVariable String code,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var award = badges.shown(code);
        if (award.isEmpty()) {
            return missing(response);
        }
        if (!(model.getAttribute("viewer") instanceof Viewer)) {
            forStrangers(award.get(), request, response);
        }
        return show(award.get(), null, model, locale, response);
    }

    // The same page for every stranger: no cookie for its forms, which are recognised by where they come from.
    private void forStrangers(Award award, HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(CsrfToken.class.getName());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        freshness.of(request, award);
    }

    /** The page; {@code fault} says what is wrong with the words of an endorsement that came back. */
    String show(Award award, @Nullable Fault fault, Model model, Locale locale, HttpServletResponse response) {
        var page = badges.page(award, locale);
        if (!page.indexed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        model.addAttribute("page", page);
        model.addAttribute("band", live.of(award, page.network(), locale));
        model.addAttribute("image", site.of("/b/" + page.code() + ".png"));
        model.addAttribute("card", site.of("/b/" + page.code() + "/card.png" + page.lang()));
        model.addAttribute(
                "oembed", site.of("/oembed?format=json&url=" + page.ways().address()));
        model.addAttribute("voices", voices(award, model, locale));
        model.addAttribute("fault", fault);
        model.addAttribute("key", FormKey.next());
        return "badges/public";
    }

    /** What a form of the page held, and what is wrong with it. */
    record Fault(String typed, String as, String text) {}

    // In which names a colleague may endorse it, or does; none where they may not.
    private List<Voice> voices(Award award, Model model, Locale locale) {
        if (!(model.getAttribute("viewer") instanceof Viewer viewer)) {
            return List.of();
        }
        return Optional.ofNullable(viewer.current())
                .filter(standing -> standing.network().equals(award.network()))
                .filter(standing -> !standing.member().equals(award.member()))
                .filter(_ -> award.standing() != Award.Standing.REVOKED)
                .map(standing -> voices.of(
                        standing,
                        award.endorsements().stream()
                                .filter(one -> one.practice() == null)
                                .toList(),
                        locale))
                .orElse(List.of());
    }

    @GetMapping(path = "/b/{code}/integrer", produces = MediaType.TEXT_HTML_VALUE)
    String embedded(
            @PathVariable String code,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        var award = badges.shown(code);
        if (award.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "badges/embed-missing";
        }
        forStrangers(award.get(), request, response);
        model.addAttribute("page", badges.page(award.get(), locale));
        return "badges/embed";
    }

    static String missing(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader("X-Robots-Tag", "noindex");
        return "badges/not-public";
    }
}
