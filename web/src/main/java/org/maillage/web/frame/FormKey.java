package org.maillage.web.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.maillage.ledger.value.Id;

/**
 * The key that a form carries from its first showing on: sent twice, it is one command. The ids of what the form makes
 * follow from it, so that both times they are the same.
 */
public record FormKey(UUID value) {

    /** A key for a form that is shown now. */
    public static FormKey next() {
        return new FormKey(Id.nextUuid());
    }

    /** Reads what a form sent. @throws org.maillage.ledger.value.Malformed if it is no key */
    public static FormKey of(String text) {
        return new FormKey(Id.parse(text));
    }

    /** The id of one thing that the form makes: a UUID version 7 of the key's own time. */
    public UUID id(String what) {
        var hash = ByteBuffer.wrap(sha256(value + " " + what));
        long time = value.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L;
        long most = time | 0x7000L | (hash.getLong() & 0x0FFFL);
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
