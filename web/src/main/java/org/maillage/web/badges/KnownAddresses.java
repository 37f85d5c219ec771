package org.maillage.web.badges;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** Which badge, or network, of this site an address names. */
@Component
final class KnownAddresses {

    private static final Pattern PATH =
            Pattern.compile("(?:/[bv]|/ob2/b)/([^/.]+)(?:\\.[a-z]+|/integrer|/card\\.png)?/?");

    private static final Pattern COLLECTION = Pattern.compile("/p/([^/]+)/badges(?:/integrer)?/?");

    private static final Pattern ISSUER = Pattern.compile("/(?:ob2/)?issuers/([0-9a-f-]{36})");

    private final PublicAddress site;

    KnownAddresses(PublicAddress site) {
        this.site = site;
    }

    /** The code in an address of a badge on this site; empty for any other text. */
    Optional<String> code(String address) {
        return named(PATH, address, name -> BadgeCode.typed(name).value());
    }

    /** The pseudo in an address of somebody's badges on this site; empty for any other text. */
    Optional<String> collection(String address) {
        return named(COLLECTION, address, Function.identity());
    }

    /** The network in the id of an issuer of this site; empty for any other text. */
    Optional<NetworkId> network(String issuer) {
        return named(ISSUER, issuer, NetworkId::of);
    }

    private <T> Optional<T> named(Pattern pattern, String address, Function<String, T> reading) {
        try {
            var uri = URI.create(address.strip());
            if (!isHere(uri) || uri.getPath() == null) {
                return Optional.empty();
            }
            var path = pattern.matcher(uri.getPath());
            return path.matches() ? Optional.of(reading.apply(path.group(1))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of this site. */
    boolean isHere(URI address) {
        var here = URI.create(site.of("/"));
        return here.getScheme().equalsIgnoreCase(address.getScheme())
                && here.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    }
}
