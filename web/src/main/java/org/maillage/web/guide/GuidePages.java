package org.maillage.web.guide;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The guide, for whoever makes or checks a page; it shows nothing of anybody. */
@Controller
class GuidePages {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final Drawn drawn;
    private final Said said;

    GuidePages(Drawn drawn, Said said) {
        this.drawn = drawn;
        this.said = said;
    }

    @GetMapping("/guide")
    String guide(Model model, Locale locale) {
        model.addAttribute("drawn", drawn);
        model.addAttribute("said", said.in(locale));
        return "guide/guide";
    }

    // Drawings are heavy: they have pages of their own.
    @GetMapping("/guide/badges")
    String badges(Model model, Locale locale) {
        guide(model, locale);
        return "guide/badges";
    }

    // Thirty badges are four hundred thousand characters: beside the page, once and shorter, and kept.
    @GetMapping("/guide/badges.svg")
    ResponseEntity<String> badges() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(SVG)
                .body(drawn.sprite());
    }

    @GetMapping("/guide/fleurs")
    String flowers(Model model, Locale locale) {
        guide(model, locale);
        return "guide/flowers";
    }

    @GetMapping("/guide/composants")
    String parts(Model model, Locale locale) {
        guide(model, locale);
        return "guide/parts";
    }
}
