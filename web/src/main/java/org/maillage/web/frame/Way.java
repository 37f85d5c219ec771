package org.maillage.web.frame;

import java.net.URI;

/** Ways back to a page of this site, as forms name them. */
public final class Way {

    private Way() {}

    /** The path, if it is one of this site; else the home page: no form sends anybody elsewhere. */
    public static String back(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            return "/";
        }
        try {
            var uri = URI.create(path);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? "/" : uri.toString();
        } catch (IllegalArgumentException _) {
            return "/";
        }
    }
}
