package org.maillage.badge.proof;

import java.net.URI;

/**
 * A public key of an issuer as others find it.
 *
 * @param id what proofs name it by: an HTTPS URL of its own, so that fetching it gives the key and nothing else
 * @param controller the issuer's id
 * @param state whether it signs, signed, or was stolen
 */
public record IssuerKey(URI id, URI controller, VerifyingKey key, KeyState state) {

    /** Whether the issuer still answers for it: active, or retired with what it signed. */
    public boolean trusted() {
        return switch (state) {
            case KeyState.Active _, KeyState.Retired _ -> true;
            case KeyState.Compromised _ -> false;
        };
    }

    public boolean active() {
        return state instanceof KeyState.Active;
    }
}
