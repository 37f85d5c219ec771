package org.maillage.web.badges.elsewhere;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an address leads, however it is written: by HTTP or HTTPS, or as a did:web.
 *
 * @param path with a slash at its end
 */
record Place(String host, int port, String path) {

    private static final String DID = "did:web:";

    /** Of an address or a did:web; empty for any other text. */
    static Optional<Place> of(String text) {
        try {
            var did = text.regionMatches(true, 0, DID, 0, DID.length());
            var uri = URI.create(did ? address(text.substring(DID.length())) : text);
            return uri.getHost() == null ? Optional.empty() : Optional.of(of(uri.normalize()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // Colons part a did:web as slashes part an address; the colon before a port is encoded (did:web, section 3.2).
    private static String address(String id) {
        return "https://" + URLDecoder.decode(id.replace(':', '/'), UTF_8);
    }

    private static Place of(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var usual = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
        return new Place(
                host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
                uri.getPort() < 0 ? usual : uri.getPort(),
                (uri.getPath() + "/").replaceAll("/+", "/"));
    }

    /** Whether another place is here or below. */
    boolean holds(Place other) {
        return host.equals(other.host) && port == other.port && other.path.startsWith(path);
    }
}
