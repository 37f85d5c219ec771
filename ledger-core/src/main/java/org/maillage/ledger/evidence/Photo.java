package org.maillage.ledger.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;

/**
 * Draws a picture anew, so that nothing but its pixels is kept: no place, no time, no camera, no text, nothing that was
 * hidden behind it. At most 2,560 pixels wide and high.
 */
final class Photo {

    static final int LONGEST_SIDE = 2_560;
    static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.85f;

    /** A picture takes up to 120 MB while it is drawn. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Photo() {}

    /** The picture anew, in the same format. @throws Refused where it is no whole picture, or too large a one */
    static byte[] redrawn(byte[] file, Format format) {
        AT_ONCE.acquireUninterruptibly();
        try {
            var orientation = format == Format.JPEG ? Orientation.of(file) : Orientation.UPRIGHT;
            return write(upright(read(file, format), orientation), format);
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders throw whatever comes to them on a malformed picture.
            throw new Refused(Reason.FILE_NOT_READABLE);
        } finally {
            AT_ONCE.release();
        }
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static BufferedImage read(byte[] file, Format format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(name(format)).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            Refused.when(width * height > MOST_PIXELS, Reason.FILE_NOT_READABLE);
            return read(reader, (int) Math.max(width, height));
        } finally {
            reader.dispose();
        }
    }

    /** Pixels are left out while reading, where there are more than twice as many as are kept. */
    private static BufferedImage read(ImageReader reader, int longest) throws IOException {
        var cut = new boolean[1];
        reader.addIIOReadWarningListener((_, warning) -> cut[0] |= warning.contains("remature end"));
        var every = Math.max(1, longest / LONGEST_SIDE);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        var picture = reader.read(0, how);
        Refused.when(cut[0], Reason.FILE_NOT_READABLE);
        return picture;
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(
                orientation.turnsSideways() ? height : width,
                orientation.turnsSideways() ? width : height,
                picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var transform = orientation.upright(width, height);
        transform.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, transform, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private static byte[] write(BufferedImage picture, Format format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(name(format)).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
