package org.maillage.web.badges;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** Which badge of this site an address names. */
@Component
final class KnownAddresses {

    private static final Pattern PATH = Pattern.compile("/[bv]/([^/.]+)(?:\\.[a-z]+|/integrer)?/?");

    private final PublicAddress site;

    KnownAddresses(PublicAddress site) {
        this.site = site;
    }

    /** The code in an address of a badge on this site; empty for any other text. */
    Optional<String> code(String address) {
        try {
            var uri = URI.create(address.strip());
            if (!isHere(uri) || uri.getPath() == null) {
                return Optional.empty();
            }
            var path = PATH.matcher(uri.getPath());
            return path.matches() ? Optional.of(BadgeCode.typed(path.group(1)).value()) : Optional.empty();
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
