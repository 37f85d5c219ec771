package org.maillage.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Id;

/**
 * Ids of what a request makes without naming it. With an idempotency key they follow from it, so that the same request
 * makes the same thing; without one they are new.
 */
final class KeyedIds {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private KeyedIds() {}

    /**
     * An id.
     *
     * @param what distinguishes the things that one request makes, such as {@code share.2}
     * @return a UUID version 8 (RFC 9562, section 5.8: vendor-specific) of the SHA-256 of principal, key and name; a
     *     UUID version 7 where there is no key
     */
    static UUID of(Asked asked, String what) {
        return of(asked.actor().toString(), asked.key(), what);
    }

    static UUID of(String principal, @Nullable String key, String what) {
        if (key == null) {
            return Id.nextUuid();
        }
        var hash = ByteBuffer.wrap(sha256(principal + "\n" + key + "\n" + what));
        long high = (hash.getLong() & ~0xF000L) | VERSION_8;
        long low = (hash.getLong() >>> 2) | VARIANT;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
