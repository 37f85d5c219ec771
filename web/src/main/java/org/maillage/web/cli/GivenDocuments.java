package org.maillage.web.cli;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.maillage.badge.verify.Sources;

/**
 * What a verification may read beside the badge: the documents that were named on the command line, and nothing else.
 *
 * @param byAddress each under its own id
 */
record GivenDocuments(Map<URI, byte[]> byAddress) implements Sources {

    @Override
    public Optional<FoundKey> key(URI id) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> document(URI address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    @Override
    public Optional<Award> award(URI credential) {
        return Optional.empty();
    }

    @Override
    public boolean knows(URI issuer) {
        return false;
    }
}
