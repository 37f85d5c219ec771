package org.maillage.badge.verify;

import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.VerifyingKey;

/**
 * A public key that whoever asks trusts to be an issuer's.
 *
 * @param state what the document that it stands in says of it
 */
public record GivenKey(VerifyingKey key, KeyState state) {

    /** One of which nothing else is said. */
    public static GivenKey of(VerifyingKey key) {
        return new GivenKey(key, new KeyState.Active());
    }
}
