package org.maillage.badge.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** Base58 in the alphabet of Bitcoin, as multibase {@code z} has it (Controlled Identifiers 1.0, section 2.4). */
final class Base58 {

    private static final byte[] ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".getBytes(ISO_8859_1);
    private static final int[] DIGITS = digits();

    /** Longer texts are no key or signature; decoding takes the square of the length. */
    private static final int MOST = 2_000;

    private Base58() {}

    static String encode(byte[] bytes) {
        var zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        var digits = new byte[bytes.length * 138 / 100 + 1];
        var used = 0;
        for (var i = zeros; i < bytes.length; i++) {
            var carry = bytes[i] & 0xff;
            var place = 0;
            for (var at = digits.length - 1; (carry != 0 || place < used) && at >= 0; at--, place++) {
                carry += 256 * digits[at];
                digits[at] = (byte) (carry % 58);
                carry /= 58;
            }
            used = place;
        }
        var text = new byte[zeros + used];
        Arrays.fill(text, 0, zeros, ALPHABET[0]);
        for (var i = 0; i < used; i++) {
            text[zeros + i] = ALPHABET[digits[digits.length - used + i]];
        }
        return new String(text, ISO_8859_1);
    }

    /** Empty for a text that is not base58, or of more than 2,000 characters. */
    static Optional<byte[]> decode(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        var zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        var bytes = new byte[text.length() * 733 / 1000 + 1];
        var used = 0;
        for (var i = zeros; i < text.length(); i++) {
            var c = text.charAt(i);
            var carry = c < DIGITS.length ? DIGITS[c] : -1;
            if (carry < 0) {
                return Optional.empty();
            }
            var place = 0;
            for (var at = bytes.length - 1; (carry != 0 || place < used) && at >= 0; at--, place++) {
                carry += 58 * (bytes[at] & 0xff);
                bytes[at] = (byte) carry;
                carry >>= 8;
            }
            used = place;
        }
        var decoded = new byte[zeros + used];
        System.arraycopy(bytes, bytes.length - used, decoded, zeros, used);
        return Optional.of(decoded);
    }

    private static int[] digits() {
        var digits = new int[128];
        Arrays.fill(digits, -1);
        for (var i = 0; i < ALPHABET.length; i++) {
            digits[ALPHABET[i]] = i;
        }
        return digits;
    }
}
