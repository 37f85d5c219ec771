package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewers;
import org.maillage.web.security.Way;
import org.maillage.web.signin.Correspondents;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Language, theme, and the network that the pages speak of. */
@Controller
class PreferencePages {

    private final LocaleResolver languages;
    private final Viewers viewers;
    private final Correspondents correspondents;

    PreferencePages(LocaleResolver languages, Viewers viewers, Correspondents correspondents) {
        this.languages = languages;
        this.viewers = viewers;
        this.correspondents = correspondents;
    }

    @PostMapping("/preferences")
    String prefer(
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null && Languages.ALL.contains(Locale.of(language))) {
            languages.setLocale(request, response, Locale.of(language));
            // Letters speak the language that was chosen last.
            viewers.of(SecurityContextHolder.getContext().getAuthentication(), request)
                    .ifPresent(viewer -> correspondents.speak(viewer.person(), Locale.of(language)));
        }
        if (theme != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    Theme.cookie(theme, request.isSecure()).toString());
        }
        return "redirect:" + Way.back(back);
    }

    @PostMapping("/reseau")
    String choose(
            @RequestParam NetworkId network, Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
        viewers.choose(viewer, network, request);
        after.addFlashAttribute("entered", true);
        return "redirect:/";
    }
}
