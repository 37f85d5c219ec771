package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    /** What tells this sealing from every other, of the same text too: 32 hexadecimal digits, of its SHA-256. */
    public String print() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(envelope.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Says that it is sealed, never what it holds. */
    @Override
    public String toString() {
        return "sealed(" + envelope.length() + ")";
    }
}
