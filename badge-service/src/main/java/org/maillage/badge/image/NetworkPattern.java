package org.maillage.badge.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The knitting patterns of a network, drawn from the SHA-256 of its identifier in UTF-8. True is the lighter yarn. */
public final class NetworkPattern {

    private NetworkPattern() {}

    /**
     * Three different rows of eight stitches, each a mirror of itself, for the rounds of a badge: the low four bits of the
     * bytes in turn, passing over 0, 15 (a plain row is no pattern) and what is there already.
     */
    static boolean[][] rounds(String network) {
        var hash = sha256(network);
        var rows = new boolean[3][];
        var seen = 1 | 1 << 15;
        for (int i = 0, found = 0; found < rows.length; i++) {
            var bits = hash[i % hash.length] & 15;
            // A hash may repeat so few values that its bytes never give three rows: then the next free values follow.
            if (i >= hash.length) {
                bits = Integer.numberOfTrailingZeros(~seen);
            }
            if ((seen & (1 << bits)) == 0) {
                seen |= 1 << bits;
                rows[found++] = mirrored(bits, 4);
            }
        }
        return rows;
    }

    /** Seven rows of twelve stitches, a mirror of themselves both ways: the border of a network. */
    public static boolean[][] border(String network) {
        var hash = sha256(network);
        var rows = new boolean[7][];
        for (var y = 0; y < 4; y++) {
            var bits = hash[9 + y * 2] & 63;
            rows[y] = mirrored(bits == 0 ? 21 : bits == 63 ? 45 : bits, 6);
        }
        for (var y = 4; y < rows.length; y++) {
            rows[y] = rows[6 - y];
        }
        return rows;
    }

    /** The first eight hexadecimal digits of a hash: enough to tell the drawings of one page apart. */
    static String shortHash(String text) {
        var hex = new StringBuilder();
        var hash = sha256(text);
        for (var i = 0; i < 4; i++) {
            hex.append(Character.forDigit((hash[i] >> 4) & 15, 16)).append(Character.forDigit(hash[i] & 15, 16));
        }
        return hex.toString();
    }

    private static boolean[] mirrored(int bits, int width) {
        var row = new boolean[2 * width];
        for (var x = 0; x < width; x++) {
            row[x] = (bits & (1 << (width - 1 - x))) != 0;
            row[2 * width - 1 - x] = row[x];
        }
        return row;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }
}
