package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Personal text as events keep it: an envelope of the vault that only its people's keys open (privacy).
 *
 * @param envelope base64url without padding of: version, key ids, nonce, ciphertext (see the vault)
 */
public record SealedText(@JsonValue String envelope) {

    @JsonCreator
    public SealedText {
        if (envelope.isEmpty()) {
            throw new IllegalArgumentException("an envelope is never empty");
        }
    }

    /** Says that it is sealed, never what it holds. */
    @Override
    public String toString() {
        return "sealed(" + envelope.length() + ")";
    }
}
