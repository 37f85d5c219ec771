package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The forms by which a stranger chooses language and theme, where the browser itself says that they come from a page of
 * this site: they need no token, so that a page which all strangers get alike needs no cookie. A form without that
 * header needs its token, as every other form does.
 */
@Component
final class OwnForms implements RequestMatcher {

    private final OwnSite site;

    OwnForms(OwnSite site) {
        this.site = site;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return ByTable.path(request).equals("/preferences") && site.sent(request);
    }
}
