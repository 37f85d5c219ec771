package org.maillage.web.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Way;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one lets others read: one consent an item, each given and withdrawn at once, beside what a stranger sees. */
@Controller
@RequestMapping("/moi/visibilite")
class VisibilityPages {

    private final Consents consents;
    private final Addresses addresses;
    private final PublicPages pages;
    private final VisibleItems items;
    private final PublicAddress site;
    private final Words words;

    VisibilityPages(
            Consents consents,
            Addresses addresses,
            PublicPages pages,
            VisibleItems items,
            PublicAddress site,
            Words words) {
        this.consents = consents;
        this.addresses = addresses;
        this.pages = pages;
        this.items = items;
        this.site = site;
        this.words = words;
    }

    @GetMapping
    String show(Standing standing, Model model, Locale locale) {
        var pseudo = addresses.of(standing.member()).map(Pseudo::value).orElse("");
        return show(pseudo, Map.of(), standing, model, locale);
    }

    private String show(String typed, Map<String, String> errors, Standing standing, Model model, Locale locale) {
        var member = standing.member();
        var given = consents.of(member);
        var pseudo = addresses.of(member).map(Pseudo::value).orElse("");
        model.addAttribute("current", "me");
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("pseudo", pseudo);
        model.addAttribute("address", site.of("/p/" + pseudo));
        model.addAttribute("published", !pseudo.isEmpty() && given.containsKey(Item.PAGE));
        model.addAttribute("page", pages.of(standing.network(), member, locale));
        model.addAttribute("pageItems", items.ofPage(given, standing, locale));
        model.addAttribute("items", items.ofMember(given, standing, locale));
        return "profile/visibility";
    }

    @PostMapping("/adresse")
    String address(
            @RequestParam(defaultValue = "") String pseudo,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var read = Pseudo.read(pseudo);
        var fault = read.isEmpty()
                ? "visibility.pseudo.invalid"
                : read.get().reserved()
                        ? "visibility.pseudo.reserved"
                        : addresses.take(standing.network(), standing.member(), read.get())
                                ? null
                                : "visibility.pseudo.taken";
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(pseudo, Map.of("pseudo", words.say(fault, locale)), standing, model, locale);
        }
        after.addFlashAttribute("notice", words.say("visibility.pseudo.kept", locale));
        return "redirect:/moi/visibilite";
    }

    @PostMapping("/{item}")
    String choose(
            @PathVariable Item item,
            @RequestParam Choice audience,
            @RequestParam(defaultValue = "/moi/visibilite") String back,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (item == Item.PAGE
                && audience != Choice.SELF
                && addresses.of(standing.member()).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var missing = words.say("visibility.pseudo.missing", locale);
            return show("", Map.of("pseudo", missing), standing, model, locale);
        }
        switch (audience) {
            case SELF -> consents.withdraw(standing.member(), item);
            case NETWORK -> give(standing, item, Audience.NETWORK);
            case EVERYONE -> give(standing, item, Audience.EVERYONE);
        }
        var what = words.say("visibility.item." + item, locale);
        after.addFlashAttribute("notice", words.say("visibility.done." + audience, locale, what));
        return "redirect:" + Way.back(back);
    }

    private void give(Standing standing, Item item, Audience audience) {
        Refused.when(!item.mayBeFor(audience), Reason.INVALID_VALUE);
        consents.give(standing.member(), item, audience);
    }

    /** What a button of the page asks. */
    enum Choice {
        SELF,
        NETWORK,
        EVERYONE
    }
}
