package org.maillage.badge.image;

/** A badge's drawing as a PNG file: equal drawings have equal bytes on every machine. */
public final class BadgePicture {

    /** Pixels across and down. */
    public static final int SIZE = 600;

    private static final double BOX = 240;

    private BadgePicture() {}

    /** The picture of a badge, on nothing. */
    public static byte[] png(BadgeImage image) {
        var pixels = new Pixels(SIZE, SIZE);
        Drawing.lay(image.decoration(), pixels, SIZE / BOX, 0, 0);
        return Png.file(pixels);
    }
}
