package org.maillage.badge.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A bit a credential, the first one leftmost (Bitstring Status List 1.0, section 3.3 and 3.4). At least 131,072 of them,
 * so that who asks for the list hides in a crowd.
 */
public final class Bitstring {

    /** Bits of our lists, and the least of anybody's: 16 KiB. */
    public static final int BITS = 131_072;

    /** Bytes of the largest list that is read: 8 Mi entries of one bit. */
    static final int MOST_BYTES = 1 << 20;

    private final byte[] bytes;

    private Bitstring(byte[] bytes) {
        this.bytes = bytes;
    }

    /** No bit is set. */
    public static Bitstring empty() {
        return new Bitstring(new byte[BITS / Byte.SIZE]);
    }

    /** Reads multibase base64url of GZIP; empty for anything else, and for more than a list may hold. */
    public static Optional<Bitstring> decode(String encoded) {
        if (!encoded.startsWith("u") || encoded.length() > 2 * MOST_BYTES) {
            return Optional.empty();
        }
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))) {
            var bytes = gzip.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(new Bitstring(bytes));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many bits there are. */
    public int size() {
        return bytes.length * Byte.SIZE;
    }

    public boolean get(int index) {
        return (bytes[index / Byte.SIZE] & mask(index)) != 0;
    }

    public Bitstring set(int index, boolean bit) {
        var changed = bytes.clone();
        if (bit) {
            changed[index / Byte.SIZE] |= (byte) mask(index);
        } else {
            changed[index / Byte.SIZE] &= (byte) ~mask(index);
        }
        return new Bitstring(changed);
    }

    /** The list with each of these bits set. */
    public static Bitstring of(Iterable<Integer> indexes) {
        var list = empty();
        for (var index : indexes) {
            list.bytes[index / Byte.SIZE] |= (byte) mask(index);
        }
        return list;
    }

    /** Multibase base64url of GZIP: the same bits give the same text, on every machine. */
    public String encode() {
        return 'u' + Base64.getUrlEncoder().withoutPadding().encodeToString(Gzip.compress(bytes));
    }

    private static int mask(int index) {
        return 0x80 >> index % Byte.SIZE;
    }
}
