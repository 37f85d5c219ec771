package org.maillage.web.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.maillage.web.profile.ShownPeople.Holder;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The badges that somebody shows, together, where their public page is open. */
@Controller
@RequestMapping("/p/{pseudo}/badges")
class CollectionPages {

    private final ShownPeople people;
    private final PublicBadges badges;
    private final PublicAddress site;
    private final Words words;

    CollectionPages(ShownPeople people, PublicBadges badges, PublicAddress site, Words words) {
        this.people = people;
        this.badges = badges;
        this.site = site;
        this.words = words;
    }

    @GetMapping
    String all(@PathVariable String pseudo, Model model, Locale locale, HttpServletResponse response) {
        return people.holder(pseudo)
                .filter(holder -> give(holder, model, locale, response))
                .map(_ -> "badges/collection")
                .orElseGet(() -> missing(response, "profile/not-public"));
    }

    @GetMapping("/integrer")
    String embedded(@PathVariable String pseudo, Model model, Locale locale, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        return people.holder(pseudo)
                .filter(holder -> give(holder, model, locale, response))
                .map(_ -> "badges/collection-embed")
                .orElseGet(() -> missing(response, "badges/embed-missing"));
    }

    private boolean give(Holder holder, Model model, Locale locale, HttpServletResponse response) {
        var person = people.of(holder.network(), holder.member());
        var pseudo = Optional.ofNullable(person.pseudo()).orElse("");
        if (!person.indexed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        var name = Optional.ofNullable(person.name()).orElse(pseudo);
        var address = site.of("/p/" + pseudo + "/badges");
        model.addAttribute("pseudo", pseudo);
        model.addAttribute("name", name);
        model.addAttribute("indexed", person.indexed());
        var cards = badges.cards(holder.network(), holder.member(), locale);
        model.addAttribute("cards", cards);
        model.addAttribute("address", address);
        model.addAttribute("network", badges.network(holder.network()));
        model.addAttribute(
                "description",
                words.say(
                        "badges.collection.description",
                        locale,
                        cards.size(),
                        cards.stream().map(PublicBadges.Card::name).collect(Collectors.joining(", "))));
        model.addAttribute("oembed", site.of("/oembed?format=json&url=" + address));
        // Of several badges, the first stands for all.
        model.addAttribute(
                "picture",
                cards.stream()
                        .findFirst()
                        .map(card -> site.of("/b/" + card.code() + "/card.png" + BadgeWords.lang(locale)))
                        .orElse(null));
        model.addAttribute(
                "embed",
                Sharing.frame(
                        address + "/integrer",
                        Sharing.WIDTH,
                        Sharing.HEIGHT,
                        words.say("badges.collection", locale, name)));
        return true;
    }

    private static String missing(HttpServletResponse response, String template) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader("X-Robots-Tag", "noindex");
        return template;
    }
}
