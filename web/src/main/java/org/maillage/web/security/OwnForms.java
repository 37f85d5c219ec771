package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The forms by which a stranger chooses language and theme, where the browser itself says that they come from a page of
 * this site: they need no token, so that a page which all strangers get alike needs no cookie. No script can write the
 * header in which browsers say so; a form without it needs its token, as every other form does.
 */
@Component
final class OwnForms implements RequestMatcher {

    private final PublicAddress site;

    OwnForms(PublicAddress site) {
        this.site = site;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return ByTable.path(request).equals("/preferences")
                && origin != null
                && (origin.equals(here(request)) || origin.equals(known()));
    }

    private static @Nullable String here(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        return host == null ? null : request.getScheme() + "://" + host.toLowerCase(Locale.ROOT);
    }

    // As people reach it, where what stands before the program speaks to it under another name.
    private @Nullable String known() {
        return site.root().map(OwnForms::origin).orElse(null);
    }

    private static String origin(URI root) {
        return root.getScheme() + "://" + root.getRawAuthority();
    }
}
