package org.maillage.badge.proof;

import java.net.URI;
import org.maillage.ledger.vault.SecretWrapping;

/**
 * A signing key as it is stored: wrapped by the master key and bound to its name, so that neither a copy of the database
 * nor an exchange of two rows gives a key that signs.
 *
 * @param id the key's address
 * @param wrapped never the key itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeptKey(URI id, KeyKind kind, byte[] wrapped) {

    /** What keys are wrapped for, apart from everything else that the master key wraps. */
    public static final String PURPOSE = "issuer-key";

    public static KeptKey keep(URI id, SigningKey key, SecretWrapping wrapping) {
        return new KeptKey(id, key.kind(), wrapping.wrap(key.secret(), name(id, key.kind())));
    }

    /** The key, to sign with. @throws IllegalStateException if it was changed, or wrapped by another master key */
    public SigningKey open(SecretWrapping wrapping) {
        return SigningKey.of(kind, wrapping.unwrap(wrapped, name(id, kind)));
    }

    private static String name(URI id, KeyKind kind) {
        return kind.name() + ' ' + id;
    }

    @Override
    public String toString() {
        return "kept key " + id;
    }
}
