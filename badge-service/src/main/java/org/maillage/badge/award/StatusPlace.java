package org.maillage.badge.award;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the status of an award stands in its network's status lists: the same whenever it is computed. Within a list the
 * places are permuted under a key, so that a place does not tell when a badge was awarded (Bitstring Status List, privacy).
 *
 * @param list number of the list, from 0
 * @param place index in the list, 0 to {@link #LENGTH} − 1
 */
public record StatusPlace(long list, int place) {

    /** Places of a list: 16 KiB of bits, the least that hides one among many. */
    public static final int LENGTH = 131_072;

    // A balanced Feistel network needs an even number of bits: one more than a list has, and what falls outside is
    // permuted again until it falls inside.
    private static final int HALF_BITS = 9;
    private static final int HALF = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 8;

    /**
     * The place of an award.
     *
     * @param key of the network, kept by the installation: 16 bytes or more
     * @param number the how manieth award of the network it is, from 0
     */
    public static StatusPlace of(byte[] key, long number) {
        long list = number / LENGTH;
        int place = (int) (number % LENGTH);
        do {
            place = permuted(key, list, place);
        } while (place >= LENGTH);
        return new StatusPlace(list, place);
    }

    private static int permuted(byte[] key, long list, int value) {
        int left = value >>> HALF_BITS;
        int right = value & HALF;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ (mixed(key, list, round, right) & HALF);
            left = right;
            right = next;
        }
        return (left << HALF_BITS) | right;
    }

    private static int mixed(byte[] key, long list, int round, int half) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var hash = mac.doFinal(ByteBuffer.allocate(16)
                    .putLong(list)
                    .putInt(round)
                    .putInt(half)
                    .array());
            return ByteBuffer.wrap(hash).getInt();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("a key of 16 bytes or more", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HMAC-SHA-256", e);
        }
    }
}
