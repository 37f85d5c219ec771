package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Light or dark, where somebody chose; else it follows the device. */
public final class Theme {

    private static final String COOKIE = "theme";
    private static final Set<String> CHOSEN = Set.of("light", "dark");

    private Theme() {}

    /** What was chosen; null to follow the device. */
    public static @Nullable String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && CHOSEN.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** A cookie that remembers the choice, or forgets it. */
    static ResponseCookie cookie(String theme, boolean secure) {
        var chosen = CHOSEN.contains(theme);
        return ResponseCookie.from(COOKIE, chosen ? theme : "")
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(chosen ? Languages.REMEMBERED.toSeconds() : 0)
                .build();
    }
}
