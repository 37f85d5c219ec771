package org.maillage.web.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Somebody's public page, for anybody. A page that is not public and one that is not there are answered alike. */
@Controller
class PublicProfilePages {

    private final PublicPages pages;

    PublicProfilePages(PublicPages pages) {
        this.pages = pages;
    }

    @GetMapping("/p/{pseudo}")
    String show(@PathVariable String pseudo, Model model, Locale locale, HttpServletResponse response) {
        var page = pages.at(pseudo, locale);
        if (page.isEmpty() || !page.get().indexed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        if (page.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "profile/not-public";
        }
        model.addAttribute("page", page.get());
        return "profile/public";
    }
}
