package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Whether single keys decide in the queue; they do until somebody turns them off on this device. */
final class Shortcuts {

    private static final String COOKIE = "touches";
    private static final String OFF = "non";

    private Shortcuts() {}

    static boolean on(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !OFF.equals(cookie.getValue());
    }

    /** A cookie that remembers that they are off, or forgets it. */
    static ResponseCookie cookie(boolean on, boolean secure) {
        return ResponseCookie.from(COOKIE, on ? "" : OFF)
                .path(QueuePlace.PATH)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(on ? Duration.ZERO : Duration.ofDays(365))
                .build();
    }
}
