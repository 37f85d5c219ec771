package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;

/** Leads whoever signed out to where they sign in again, and says there that they have. */
@Component
final class SignedOut implements LogoutSuccessHandler {

    private static final String PAGE = "/connexion";

    private final FlashMapManager flashes;
    private final LocaleResolver languages;
    private final Words words;

    SignedOut(FlashMapManager flashes, LocaleResolver languages, Words words) {
        this.flashes = flashes;
        this.languages = languages;
        this.words = words;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var page = request.getContextPath() + PAGE;
        var said = new FlashMap();
        said.put("notice", words.say("shell.left", languages.resolveLocale(request)));
        said.setTargetRequestPath(page);
        flashes.saveOutputFlashMap(said, request, response);
        response.sendRedirect(page);
    }
}
