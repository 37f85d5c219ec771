package org.maillage.ledger.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for the tests: red on the left half, blue on the right, and what a camera or an attacker adds to them. */
final class Pictures {

    static final String PLACE_WRITTEN_BY_THE_CAMERA = "GPS-48.9575-4.3651";

    private Pictures() {}

    static byte[] of(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return written(picture, format);
    }

    static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new AssertionError("no writer of " + format);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A JPEG with an EXIF block: an orientation, and a GPS directory with a latitude and a text. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var place = PLACE_WRITTEN_BY_THE_CAMERA.getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 38);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 0x0001, 2, 2, 'N');
        entry(tiff, 0x001b, 7, place.length, 68);
        tiff.putInt(0);
        tiff.put(place);
        var body = tiff.flip();
        var out = ByteBuffer.allocate(jpeg.length + 10 + body.remaining());
        out.put(jpeg, 0, 2);
        out.putShort((short) 0xffe1).putShort((short) (8 + body.remaining()));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(body);
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG that is HTML too: a text chunk before the pixels, and a page behind the end. */
    static byte[] alsoHtml(byte[] png) {
        var script = "Comment\0<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        var page = "<html><body onload=alert(2)></body></html>".getBytes(StandardCharsets.ISO_8859_1);
        int afterHeader = 8 + 25;
        var out = ByteBuffer.allocate(png.length + 12 + script.length + page.length);
        out.put(png, 0, afterHeader);
        out.put(chunk("tEXt", script));
        out.put(png, afterHeader, png.length - afterHeader);
        out.put(page);
        return out.array();
    }

    /** A whole PNG header that claims a size, and little behind it. */
    static byte[] pngClaiming(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(chunk("IHDR", header.array()));
        out.writeBytes(chunk("IDAT", new byte[64]));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** A JPEG whose frame header is changed to claim a size. */
    static byte[] jpegClaiming(int width, int height) {
        var jpeg = of("jpeg", 64, 64);
        for (int at = 2; at < jpeg.length - 9; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return jpeg;
            }
        }
        throw new AssertionError("no frame header");
    }

    private static byte[] chunk(String type, byte[] body) {
        var typed = ByteBuffer.allocate(4 + body.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
        var crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }
}
