package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What browsers say of the page that sent a form, in headers that no script can write. */
@Component
final class OwnSite {

    private static final String SENT_FROM = "Sec-Fetch-Site";

    private final PublicAddress site;

    OwnSite(PublicAddress site) {
        this.site = site;
    }

    /** Whether the browser says that it was a page of this site. */
    boolean sent(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && (origin.equals(here(request)) || origin.equals(known()));
    }

    /** Whether the browser says that it was none of this site; what says nothing is no browser. */
    boolean isForeign(HttpServletRequest request) {
        var from = request.getHeader(SENT_FROM);
        return from == null
                ? request.getHeader(HttpHeaders.ORIGIN) != null && !sent(request)
                : !from.equals("same-origin") && !from.equals("none");
    }

    private static @Nullable String here(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        return host == null ? null : request.getScheme() + "://" + host.toLowerCase(Locale.ROOT);
    }

    // As people reach it, where what stands before the program speaks to it under another name.
    private @Nullable String known() {
        return site.root().map(OwnSite::origin).orElse(null);
    }

    private static String origin(URI root) {
        return root.getScheme() + "://" + root.getRawAuthority();
    }
}
