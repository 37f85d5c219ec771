package org.maillage.badge.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses to the zlib format with fixed codes (RFC 1950, RFC 1951 section 3.2.6). Java's own compressor is the
 * platform's, whose bytes differ from one to the next; a badge's picture has the same bytes everywhere.
 */
final class Deflate {

    private static final int WINDOW = 1 << 15;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int HASHES = 1 << 15;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private final byte[] data;
    private final ByteArrayOutputStream out;
    private int bits;
    private int bitCount;

    private Deflate(byte[] data) {
        this.data = data;
        this.out = new ByteArrayOutputStream(data.length / 8 + 64);
    }

    /** The bytes, compressed. */
    static byte[] zlib(byte[] data) {
        return new Deflate(data).compress();
    }

    private byte[] compress() {
        out.write(0x78);
        out.write(0x01);
        put(1, 1);
        put(1, 2);
        matches();
        literal(256);
        put(0, (8 - bitCount % 8) % 8);
        var sum = new Adler32();
        sum.update(data);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (sum.getValue() >> shift));
        }
        return out.toByteArray();
    }

    private void matches() {
        var last = new int[HASHES];
        Arrays.fill(last, -WINDOW);
        int at = 0;
        while (at < data.length) {
            int length = 0;
            int candidate = -WINDOW;
            if (at + SHORTEST <= data.length) {
                int hash = hash(at);
                candidate = last[hash];
                last[hash] = at;
                length = at - candidate < WINDOW && candidate >= 0 ? common(candidate, at) : 0;
            }
            if (length < SHORTEST) {
                literal(data[at++] & 255);
            } else {
                copy(length, at - candidate);
                // What was copied can be copied from, a few of its places at least.
                for (int i = 1; i < length && at + i + SHORTEST <= data.length; i += i < 16 ? 1 : 16) {
                    last[hash(at + i)] = at + i;
                }
                at += length;
            }
        }
    }

    private int hash(int at) {
        int four = 0;
        for (int i = 0; i < SHORTEST; i++) {
            four = (four << 8) | (data[at + i] & 255);
        }
        return (four * 0x9E3779B1) >>> 17;
    }

    private int common(int earlier, int at) {
        int most = Math.min(LONGEST, data.length - at);
        int length = 0;
        while (length < most && data[earlier + length] == data[at + length]) {
            length++;
        }
        return length;
    }

    private void copy(int length, int distance) {
        int sort = sort(LENGTH_BASE, length);
        literal(257 + sort);
        put(length - LENGTH_BASE[sort], LENGTH_BITS[sort]);
        int far = sort(DISTANCE_BASE, distance);
        code(far, 5);
        put(distance - DISTANCE_BASE[far], far < 4 ? 0 : far / 2 - 1);
    }

    private static int sort(int[] bases, int value) {
        int found = Arrays.binarySearch(bases, value);
        return found >= 0 ? found : -found - 2;
    }

    /** A literal or a length by its fixed code. */
    private void literal(int symbol) {
        if (symbol < 144) {
            code(0x30 + symbol, 8);
        } else if (symbol < 256) {
            code(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            code(symbol - 256, 7);
        } else {
            code(0xC0 + symbol - 280, 8);
        }
    }

    /** Codes are written from their highest bit, everything else from its lowest. */
    private void code(int code, int length) {
        put(Integer.reverse(code) >>> (32 - length), length);
    }

    private void put(int value, int count) {
        bits |= value << bitCount;
        bitCount += count;
        while (bitCount >= 8) {
            out.write(bits & 255);
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
