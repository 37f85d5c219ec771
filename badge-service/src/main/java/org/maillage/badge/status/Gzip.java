package org.maillage.badge.status;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * GZIP (RFC 1952) of bytes that repeat, the same on every machine: the platform's own zlib may choose other bits from
 * one version to the next. One block of fixed Huffman codes (RFC 1951, section 3.2.6), and runs of one byte as matches
 * at distance 1, which is all that a list of few bits needs.
 */
final class Gzip {

    /** No name, no time, no system: nothing that differs. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int LEAST_RUN = 3;
    private static final int MOST_RUN = 258;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int buffer;
    private int filled;

    private Gzip() {}

    static byte[] compress(byte[] bytes) {
        var gzip = new Gzip();
        gzip.out.writeBytes(HEAD);
        gzip.bits(0b011, 3); // the last block, of fixed codes
        gzip.write(bytes);
        gzip.code(256);
        gzip.bits(0, 7); // whatever is left of the last byte
        var check = new CRC32();
        check.update(bytes);
        gzip.out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) check.getValue())
                .putInt(bytes.length)
                .array());
        return gzip.out.toByteArray();
    }

    private void write(byte[] bytes) {
        var at = 0;
        while (at < bytes.length) {
            code(bytes[at] & 0xff);
            var run = 0;
            while (run < MOST_RUN && at + 1 + run < bytes.length && bytes[at + 1 + run] == bytes[at]) {
                run++;
            }
            if (run >= LEAST_RUN) {
                length(run);
                bits(0, 5); // distance 1
                at += run;
            }
            at++;
        }
    }

    /** A length of 3 to 258 with its extra bits (RFC 1951, section 3.2.5). */
    private void length(int run) {
        if (run == MOST_RUN) {
            code(285);
            return;
        }
        var rest = run - LEAST_RUN;
        if (rest < 8) {
            code(257 + rest);
            return;
        }
        var extra = 29 - Integer.numberOfLeadingZeros(rest);
        code(257 + 4 * extra + (rest >> extra));
        bits(rest & ((1 << extra) - 1), extra);
    }

    /** A literal, a length or the end, by the fixed Huffman code. */
    private void code(int symbol) {
        if (symbol < 144) {
            huffman(0x30 + symbol, 8);
        } else if (symbol < 256) {
            huffman(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            huffman(symbol - 256, 7);
        } else {
            huffman(0xc0 + symbol - 280, 8);
        }
    }

    /** Huffman codes go from their highest bit on, everything else from its lowest. */
    private void huffman(int code, int length) {
        bits(Integer.reverse(code) >>> (Integer.SIZE - length), length);
    }

    private void bits(int value, int count) {
        buffer |= value << filled;
        filled += count;
        while (filled >= Byte.SIZE) {
            out.write(buffer);
            buffer >>>= Byte.SIZE;
            filled -= Byte.SIZE;
        }
    }
}
