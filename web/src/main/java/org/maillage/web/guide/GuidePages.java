package org.maillage.web.guide;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The guide, for whoever makes or checks a page; it shows nothing of anybody. */
@Controller
class GuidePages {

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
