package org.maillage.ledger.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as EXIF says it (Exif 2.32, 4.6.4, tag 0x0112). It is the one thing read of a photo's metadata,
 * so that it stands upright once they are gone.
 *
 * @param value 1 (upright) to 8
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int TAG = 0x0112;
    private static final int TIFF_MAGIC = 42;
    private static final String EXIF = "Exif\0\0";

    /** Of a JPEG file; upright where it does not say, or says nonsense. */
    static Orientation of(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg, 2, jpeg.length - 2).slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static Orientation find(ByteBuffer segments) {
        while (segments.remaining() >= 4) {
            int marker = Short.toUnsignedInt(segments.getShort());
            if (marker == START_OF_SCAN || marker < 0xff00) {
                return UPRIGHT;
            }
            int length = Short.toUnsignedInt(segments.getShort()) - 2;
            var segment = segments.slice(segments.position(), length);
            if (marker == APP1 && length > EXIF.length() && EXIF.equals(head(segment))) {
                return inTiff(segment.slice(EXIF.length(), length - EXIF.length()));
            }
            segments.position(segments.position() + length);
        }
        return UPRIGHT;
    }

    private static String head(ByteBuffer segment) {
        var head = new byte[EXIF.length()];
        segment.get(0, head);
        return new String(head, ISO_8859_1);
    }

    /** TIFF 6.0, section 2: byte order, 42, offset of the first directory; an entry has tag, type, count, value. */
    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != TIFF_MAGIC) {
            return UPRIGHT;
        }
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * 12;
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean turnsSideways() {
        return value >= 5;
    }

    /** What turns a picture of this width and height upright. */
    AffineTransform upright(double width, double height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
