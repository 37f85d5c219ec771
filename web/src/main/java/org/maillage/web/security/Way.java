package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Ways back to a page of this site, as forms and browsers name them. */
public final class Way {

    private Way() {}

    /** The path, if it is one of this site; else the home page: no form sends anybody elsewhere. */
    public static String back(String path) {
        return isHere(path) ? path : "/";
    }

    /** The page that a form stood on, its path and query; empty where the browser did not say, or it is none of this site. */
    public static Optional<String> from(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .flatMap(Way::read)
                .map(page ->
                        page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery())
                .filter(Way::isHere);
    }

    private static boolean isHere(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && read(path)
                        .filter(uri -> !uri.isAbsolute() && uri.getRawAuthority() == null)
                        .isPresent();
    }

    private static Optional<URI> read(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
