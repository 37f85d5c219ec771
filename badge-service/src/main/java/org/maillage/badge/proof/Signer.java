package org.maillage.badge.proof;

import java.net.URI;

/**
 * A key that signs, under the name by which others find its public half.
 *
 * @param id the {@link IssuerKey#id()}, or the URL of a did:key
 * @param controller the issuer's id
 */
public record Signer(URI id, URI controller, SigningKey key) {

    /** The signer whose id is the key itself: did:key (The did:key Method 0.9), for which nothing is ever fetched. */
    public static Signer byDidKey(SigningKey.Ed25519 key) {
        var multikey = Multikey.of(key.verifying());
        return new Signer(URI.create("did:key:" + multikey + '#' + multikey), URI.create("did:key:" + multikey), key);
    }

    @Override
    public String toString() {
        return "signer " + id;
    }
}
