package org.maillage.web.badges;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maillage.badge.question.Award;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.maillage.web.profile.ShownPeople.Holder;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What another site shows where somebody writes the address of a badge, or of their badges (oembed.com, section 2.3.4.4). */
@Controller
class OembedPages {

    private final PublicBadges badges;
    private final ShownPeople people;
    private final KnownAddresses addresses;
    private final Sharing sharing;
    private final PublicAddress site;
    private final Words words;

    OembedPages(
            PublicBadges badges,
            ShownPeople people,
            KnownAddresses addresses,
            Sharing sharing,
            PublicAddress site,
            Words words) {
        this.badges = badges;
        this.people = people;
        this.addresses = addresses;
        this.sharing = sharing;
        this.site = site;
        this.words = words;
    }

    /** How large a frame may be. */
    private record Room(int width, int height) {

        static Room within(int maxwidth, int maxheight) {
            return new Room(Math.clamp(maxwidth, 1, Sharing.WIDTH), Math.clamp(maxheight, 1, Sharing.HEIGHT));
        }
    }

    @GetMapping(path = "/oembed")
    ResponseEntity<Map<String, Object>> oembed(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "320") int maxwidth,
            @RequestParam(defaultValue = "420") int maxheight,
            Locale locale) {
        if (!format.equals("json")) {
            return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
        }
        var room = Room.within(maxwidth, maxheight);
        return addresses
                .code(url)
                .flatMap(badges::shown)
                .map(award -> said(award, room, locale))
                .or(() -> addresses.collection(url).flatMap(pseudo -> collection(pseudo, room, locale)))
                .map(said -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(said))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Map<String, Object> said(Award award, Room room, Locale locale) {
        var name = BadgeWords.text(award.content(), locale).name();
        var network = badges.network(award.network());
        var html = sharing.embed(award.code(), name, room.width(), room.height(), locale);
        var said = said(words.say("badges.oembed.title", locale, name, network), network, html, room);
        picture(said, award.code().shown());
        return said;
    }

    private Optional<Map<String, Object>> collection(String pseudo, Room room, Locale locale) {
        return people.holder(pseudo).map(holder -> collection(holder, pseudo, room, locale));
    }

    private Map<String, Object> collection(Holder holder, String pseudo, Room room, Locale locale) {
        var name = Optional.ofNullable(
                        people.of(holder.network(), holder.member()).name())
                .orElse(pseudo);
        var title = words.say("badges.collection", locale, name);
        var html = Sharing.frame(site.of("/p/" + pseudo + "/badges/integrer"), room.width(), room.height(), title);
        var said = said(title, badges.network(holder.network()), html, room);
        badges.cards(holder.network(), holder.member(), locale).stream()
                .findFirst()
                .ifPresent(card -> picture(said, card.code()));
        return said;
    }

    private Map<String, Object> said(String title, String network, String html, Room room) {
        var said = new LinkedHashMap<String, Object>();
        said.put("version", "1.0");
        said.put("type", "rich");
        said.put("title", title);
        said.put("provider_name", network);
        said.put("provider_url", site.of("/"));
        said.put("cache_age", 300);
        said.put("width", room.width());
        said.put("height", room.height());
        said.put("html", html);
        return said;
    }

    private void picture(Map<String, Object> said, String code) {
        said.put("thumbnail_url", site.of("/b/" + code + ".png"));
        said.put("thumbnail_width", 600);
        said.put("thumbnail_height", 600);
    }
}
