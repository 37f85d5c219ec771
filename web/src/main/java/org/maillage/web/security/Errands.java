package org.maillage.web.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What somebody who was not signed in was about to open, or what an application asked of them, kept by their own browser
 * until they are: nothing is stored for a visitor. It leads to pages of this site and nowhere else.
 */
public final class Errands {

    private static final String COOKIE = "demande";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Pattern WAY =
            Pattern.compile("/oauth2/authorize\\?[A-Za-z0-9._~%&=+:/?@!$'()*,;\\[\\]-]{1,2500}");

    /** A page of this site; files are left out, since what is downloaded is no place to be. */
    private static final Pattern PAGE =
            Pattern.compile("/[A-Za-z0-9_-][A-Za-z0-9_/-]{0,200}(\\?[A-Za-z0-9._~%&=+:-]{0,600})?");

    private Errands() {}

    /** Keeps the address of a page that needs somebody to be signed in, where a link or an address asked for it. */
    static void keepPage(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var way = ByTable.path(request) + (query == null ? "" : "?" + query);
        var followed = request.getHeader("HX-Request") == null || request.getHeader("HX-Boosted") != null;
        if (request.getMethod().equals("GET") && followed && PAGE.matcher(way).matches()) {
            set(encoded(way), LIFE, request, response);
        }
    }

    private static String encoded(String way) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(way.getBytes(US_ASCII));
    }

    /** Keeps the address of a request, where it is an application's question. */
    public static void keep(HttpServletRequest request, HttpServletResponse response) {
        var way = ByTable.path(request) + "?" + request.getQueryString();
        if (request.getMethod().equals("GET") && WAY.matcher(way).matches()) {
            set(encoded(way), LIFE, request, response);
        }
    }

    /** Where this browser was led before its owner signed in; empty for nowhere. */
    static Optional<String> way(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var way = new String(Base64.getUrlDecoder().decode(cookie.getValue()), US_ASCII);
            return Optional.of(way)
                    .filter(text ->
                            WAY.matcher(text).matches() || PAGE.matcher(text).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is what an application asked, which ends with its answer alone. */
    static boolean isQuestion(String way) {
        return WAY.matcher(way).matches();
    }

    /** Forgets it: its owner is there, or will not go. */
    public static void end(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            set("", Duration.ZERO, request, response);
        }
    }

    private static void set(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
