package org.maillage.web.badges.memory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.Malformed;
import org.maillage.web.frame.Theme;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What a stranger asks of a badge, by all that its answer depends on.
 *
 * @param under where it is asked for: as what it is, or as a hosted document of Open Badges 2.0
 * @param code the badge's
 * @param form the ending of its address
 * @param language of the reader for a page, of the document for another form
 * @param theme chosen for pages; null to follow the device
 * @param secure whether it is asked over an encrypted connection, of which browsers are told to remember
 */
record Asked(
        String under,
        String code,
        String form,
        String language,
        @Nullable String theme,
        boolean secure) {

    private static final String SESSION = "seance";
    private static final String BADGE = "/b/";
    private static final String HOSTED = "/ob2/b/";
    private static final Set<String> PAGES = Set.of("", "/integrer");
    private static final Set<String> DOCUMENTS = Set.of(".json", ".jwt", ".png", ".svg", ".pdf", "/card.png");

    /** What a request asks; null where it is not for an answer that many get alike. */
    static @Nullable Asked of(HttpServletRequest request, LocaleResolver languages) {
        var path = request.getRequestURI();
        boolean hosted = path.startsWith(HOSTED);
        if ((!hosted && !path.startsWith(BADGE)) || hasSession(request)) {
            return null;
        }
        var rest = path.substring(hosted ? HOSTED.length() : BADGE.length());
        int end = end(rest);
        var code = code(rest.substring(0, end));
        var form = rest.substring(end);
        if (code == null) {
            return null;
        }
        var kind = hosted ? HOSTED : BADGE;
        return hosted ? document(kind, code, form, request, Set.of("")) : badge(kind, code, form, request, languages);
    }

    private static @Nullable Asked badge(
            String kind, String code, String form, HttpServletRequest request, LocaleResolver languages) {
        var asked = form.isEmpty() ? AskedForms.ending(request) : form;
        if (!PAGES.contains(asked)) {
            return document(kind, code, asked, request, DOCUMENTS);
        }
        var language = languages.resolveLocale(request).getLanguage();
        return request.getQueryString() == null
                ? new Asked(kind, code, asked, language, Theme.of(request), request.isSecure())
                : null;
    }

    private static @Nullable Asked document(
            String kind, String code, String form, HttpServletRequest request, Set<String> forms) {
        var query = request.getQueryString();
        boolean known = query == null || query.equals("lang=fr") || query.equals("lang=en");
        if (!forms.contains(form) || !known) {
            return null;
        }
        var language = query == null ? "fr" : query.substring("lang=".length());
        return new Asked(kind, code, form, language, null, request.isSecure());
    }

    /** Whether the answer differs by who reads it, beside what it is of. */
    boolean isPage() {
        return PAGES.contains(form) && under.equals(BADGE);
    }

    private static int end(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '.' || rest.charAt(i) == '/') {
                return i;
            }
        }
        return rest.length();
    }

    private static @Nullable String code(String typed) {
        try {
            return BadgeCode.typed(typed).value();
        } catch (Malformed _) {
            return null;
        }
    }

    private static boolean hasSession(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(SESSION)) {
                    return true;
                }
            }
        }
        return false;
    }
}
