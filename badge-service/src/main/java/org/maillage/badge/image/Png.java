package org.maillage.badge.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** The chunks of a PNG file (PNG specification, third edition, section 5). */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};

    /** Signature, length and name of the first chunk, width and height. */
    private static final int HEADER_END = SIGNATURE.length + 16;

    /** Pixels of the longest side of a picture that is read. */
    static final int MOST_SIDE = 10_000;

    /** Pixels of a picture that is read. */
    static final long MOST_PIXELS = 40_000_000;

    private Png() {}

    /** A chunk: four letters, and its bytes. */
    static final class Chunk {

        private final String type;
        private final byte[] data;

        Chunk(String type, byte[] data) {
            this.type = type;
            this.data = data;
        }

        String type() {
            return type;
        }

        byte[] data() {
            return data;
        }
    }

    /** A picture as a file, the same bytes on every machine: by a palette where its colours fit into one. */
    static byte[] file(Pixels pixels) {
        var palette = palette(pixels);
        boolean few = palette.size() <= 256;
        int each = few ? 1 : 4;
        int stride = each * pixels.width() + 1;
        var rows = ByteBuffer.allocate(stride * pixels.height());
        for (int y = 0; y < pixels.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < pixels.width(); x++) {
                int argb = pixels.argb(x, y);
                if (few) {
                    rows.put(palette.getOrDefault(argb, 0).byteValue());
                } else {
                    rows.putInt((argb << 8) | (argb >>> 24));
                }
            }
        }
        var chunks = new ArrayList<Chunk>();
        var header = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
        chunks.add(new Chunk(
                "IHDR",
                header.put(new byte[] {8, (byte) (few ? 3 : 6), 0, 0, 0}).array()));
        chunks.add(new Chunk("sRGB", new byte[] {0}));
        if (few) {
            chunks.add(new Chunk("PLTE", colours(palette)));
            chunks.add(new Chunk("tRNS", opacities(palette)));
        }
        chunks.add(new Chunk("IDAT", Deflate.zlib(rows.array())));
        chunks.add(new Chunk("IEND", new byte[0]));
        return file(chunks);
    }

    /** The colours in the order in which they are met, each with its place. */
    private static Map<Integer, Integer> palette(Pixels pixels) {
        var palette = new LinkedHashMap<Integer, Integer>();
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                palette.putIfAbsent(pixels.argb(x, y), palette.size());
            }
        }
        return palette;
    }

    private static byte[] colours(Map<Integer, Integer> palette) {
        var colours = ByteBuffer.allocate(3 * palette.size());
        palette.keySet()
                .forEach(argb ->
                        colours.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put(argb.byteValue()));
        return colours.array();
    }

    private static byte[] opacities(Map<Integer, Integer> palette) {
        var opacities = ByteBuffer.allocate(palette.size());
        palette.keySet().forEach(argb -> opacities.put((byte) (argb >>> 24)));
        return opacities.array();
    }

    static byte[] file(List<Chunk> chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        for (var chunk : chunks) {
            var type = chunk.type().getBytes(StandardCharsets.US_ASCII);
            var crc = new CRC32();
            crc.update(type);
            crc.update(chunk.data());
            out.writeBytes(
                    ByteBuffer.allocate(8).putInt(chunk.data().length).put(type).array());
            out.writeBytes(chunk.data());
            out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        }
        return out.toByteArray();
    }

    static boolean is(byte[] file) {
        return file.length >= SIGNATURE.length
                && ByteBuffer.wrap(file, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
    }

    /**
     * Refuses a picture of more pixels than a badge's may have, by what its header says of it (section 11.2.1): it costs
     * nothing here, and whoever draws it may have no memory left.
     */
    static void requireSize(byte[] file) {
        if (file.length < HEADER_END) {
            return;
        }
        var header = ByteBuffer.wrap(file, SIGNATURE.length + 8, 8);
        long width = Integer.toUnsignedLong(header.getInt());
        long height = Integer.toUnsignedLong(header.getInt());
        if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) {
            throw new MalformedImage(MalformedImage.Problem.TOO_LARGE, width + " × " + height);
        }
    }

    /**
     * The chunks of a file; what comes after the last is left out. No picture is decoded, so that its size costs nothing.
     *
     * @throws MalformedImage where a chunk is cut short, changed, or the file does not end
     */
    static List<Chunk> chunks(byte[] file) {
        if (!is(file)) {
            throw new MalformedImage(MalformedImage.Problem.BROKEN, "no PNG file");
        }
        var chunks = new ArrayList<Chunk>();
        var in = ByteBuffer.wrap(file, SIGNATURE.length, file.length - SIGNATURE.length);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw new MalformedImage(MalformedImage.Problem.CUT_SHORT, "a chunk is cut short");
            }
            var typed = new byte[4 + length];
            in.get(typed);
            var crc = new CRC32();
            crc.update(typed);
            if (in.getInt() != (int) crc.getValue()) {
                throw new MalformedImage(MalformedImage.Problem.CHANGED, "a chunk was changed");
            }
            var type = new String(typed, 0, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, Arrays.copyOfRange(typed, 4, typed.length)));
            if (type.equals("IEND")) {
                return chunks;
            }
        }
        throw new MalformedImage(MalformedImage.Problem.CUT_SHORT, "the file does not end");
    }
}
