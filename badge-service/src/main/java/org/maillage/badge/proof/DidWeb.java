package org.maillage.badge.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The did:web of an address (did:web Method Specification, section 2.5.2). */
public final class DidWeb {

    private DidWeb() {}

    /**
     * Such as {@code did:web:badges.example:issuers:grand-est} of {@code https://badges.example/issuers/grand-est}; its
     * document is then at that address followed by {@code /did.json}. A port is written {@code %3A8080}.
     */
    public static URI of(URI address) {
        var authority = address.getPort() < 0 ? address.getHost() : address.getHost() + "%3A" + address.getPort();
        var path = Arrays.stream(address.getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> ':' + URLEncoder.encode(part, UTF_8))
                .collect(Collectors.joining());
        return URI.create("did:web:" + authority + path);
    }

    /** The fragment of a key within the document: the last part of the key's own address. */
    static String fragment(URI key) {
        var path = key.getFragment() != null ? key.getFragment() : key.getPath();
        return '#' + path.substring(path.lastIndexOf('/') + 1);
    }
}
