package org.maillage.badge.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** Base58 in the alphabet of Bitcoin, as multibase {@code z} has it (Controlled Identifiers 1.0, section 2.4). */
final class Base58 {

    private static final byte[] ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".getBytes(ISO_8859_1);
    private static final int[] DIGITS = digits();

    private static final int FIVE = 5;
    private static final long POWER = 58L * 58 * 58 * 58 * 58;

    /** Longer texts are no key or signature; decoding takes the square of the length. */
    private static final int MOST = 2_000;

    private Base58() {}

    static String encode(byte[] bytes) {
        var zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        var words = words(bytes);
        // From the end: five digits of each remainder by 58^5, which a word holds.
        var text = new byte[zeros + words.length * 6 + FIVE];
        var at = text.length;
        var first = 0;
        while (first < words.length) {
            var rest = 0L;
            for (var i = first; i < words.length; i++) {
                var number = (rest << Integer.SIZE) + (words[i] & 0xffff_ffffL);
                words[i] = (int) (number / POWER);
                rest = number % POWER;
            }
            while (first < words.length && words[first] == 0) {
                first++;
            }
            for (var digit = 0; digit < FIVE; digit++, rest /= 58) {
                text[--at] = ALPHABET[(int) (rest % 58)];
            }
        }
        while (at < text.length && text[at] == ALPHABET[0]) {
            at++;
        }
        at -= zeros;
        Arrays.fill(text, at, at + zeros, ALPHABET[0]);
        return new String(text, at, text.length - at, ISO_8859_1);
    }

    /** The bytes as words of 32 bits, the first filled up with zeros. */
    private static int[] words(byte[] bytes) {
        var words = new int[(bytes.length + 3) / 4];
        for (var i = 0; i < bytes.length; i++) {
            var place = bytes.length - 1 - i;
            words[words.length - 1 - place / 4] |= (bytes[i] & 0xff) << (8 * (place % 4));
        }
        return words;
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
