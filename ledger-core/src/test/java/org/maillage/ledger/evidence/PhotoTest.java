package org.maillage.ledger.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;

class PhotoTest {

    private static final byte[] JPEG = Pictures.of("jpeg", 320, 200);
    private static final byte[] PNG = Pictures.of("png", 320, 200);

    @Test
    void a_photo_loses_the_place_where_it_was_taken() {
        var taken = Pictures.withExif(JPEG, 1);
        assertThat(text(taken)).contains("Exif", Pictures.PLACE_WRITTEN_BY_THE_CAMERA);

        var kept = Photo.redrawn(taken, Format.JPEG);

        assertThat(text(kept)).doesNotContain("Exif", Pictures.PLACE_WRITTEN_BY_THE_CAMERA);
        assertThat(Format.of(kept)).hasValue(Format.JPEG);
        assertThat(sides(kept)).isEqualTo("320×200 red blue");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 320×200 red blue",
        "2, 320×200 blue red",
        "3, 320×200 blue red",
        "4, 320×200 red blue",
        "5, 200×320 red / blue",
        "6, 200×320 red / blue",
        "7, 200×320 blue / red",
        "8, 200×320 blue / red",
        "0, 320×200 red blue",
        "9, 320×200 red blue"
    })
    void a_photo_stands_upright_however_the_camera_was_held(int orientation, String expected) {
        var kept = Photo.redrawn(Pictures.withExif(JPEG, orientation), Format.JPEG);

        assertThat(sides(kept)).isEqualTo(expected);
    }

    @Test
    void a_picture_that_is_also_a_page_becomes_a_picture_alone() {
        var polyglot = Pictures.alsoHtml(PNG);
        assertThat(text(polyglot)).contains("<script>", "<html>");

        var kept = Photo.redrawn(polyglot, Format.PNG);

        assertThat(text(kept)).doesNotContain("<script>", "<html>", "tEXt");
        assertThat(sides(kept)).isEqualTo("320×200 red blue");
    }

    @Test
    void a_header_that_claims_more_pixels_than_are_taken_is_refused_before_anything_is_drawn() {
        assertRefused(Pictures.pngClaiming(65_000, 65_000), Format.PNG);
        assertRefused(Pictures.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE), Format.PNG);
        assertRefused(Pictures.pngClaiming(0, 10), Format.PNG);
        assertRefused(Pictures.jpegClaiming(65_000, 65_000), Format.JPEG);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void a_truncated_picture_is_refused(double part) {
        var jpeg = noise("jpeg");
        var png = noise("png");

        assertRefused(Arrays.copyOf(jpeg, (int) (jpeg.length * part)), Format.JPEG);
        assertRefused(Arrays.copyOf(png, (int) (png.length * part)), Format.PNG);
    }

    @Test
    void a_large_picture_is_made_smaller_and_keeps_its_proportions() {
        assertThat(sides(Photo.redrawn(Pictures.of("jpeg", 5_200, 2_600), Format.JPEG)))
                .isEqualTo("2560×1280 red blue");
        assertThat(sides(Photo.redrawn(Pictures.of("png", 3_000, 1_500), Format.PNG)))
                .isEqualTo("2560×1280 red blue");
        assertThat(sides(Photo.redrawn(Pictures.of("png", 9_000, 2), Format.PNG)))
                .isEqualTo("2560×1 red blue");
        assertThat(sides(Photo.redrawn(Pictures.of("png", 2, 2), Format.PNG))).isEqualTo("2×2 red blue");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void pictures_of_any_depth_are_taken(int type) {
        var png = Pictures.written(new BufferedImage(40, 30, type), "png");

        var kept = Pictures.read(Photo.redrawn(png, Format.PNG));

        assertThat(kept.getWidth()).isEqualTo(40);
        assertThat(kept.getColorModel().hasAlpha()).isEqualTo(type == BufferedImage.TYPE_4BYTE_ABGR);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void a_damaged_picture_is_drawn_or_refused_and_nothing_else(Format format) {
        var whole = Pictures.withExif(noise("jpeg"), 6);
        var file = format == Format.JPEG ? whole : noise("png");
        var random = new Random(451);
        int drawn = 0;
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            var damaged = file.clone();
            for (int hit = 0; hit <= random.nextInt(8); hit++) {
                damaged[8 + random.nextInt(round % 2 == 0 ? 120 : damaged.length - 8)] = (byte) random.nextInt();
            }
            try {
                assertThat(Pictures.read(Photo.redrawn(damaged, format)).getWidth())
                        .isPositive();
                drawn++;
            } catch (Refused refusal) {
                assertThat(refusal.reason()).isEqualTo(Reason.FILE_NOT_READABLE);
                refused++;
            }
        }
        assertThat(drawn + refused).isEqualTo(300);
        assertThat(refused).isPositive();
    }

    private static void assertRefused(byte[] file, Format format) {
        assertThatThrownBy(() -> Photo.redrawn(file, format))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FILE_NOT_READABLE));
    }

    /** Width, height and the colours of the two halves. */
    private static String sides(byte[] file) {
        var picture = Pictures.read(file);
        int width = picture.getWidth();
        int height = picture.getHeight();
        var size = width + "×" + height + " ";
        return height > width
                ? size + colour(picture, width / 2, height / 8) + " / " + colour(picture, width / 2, height * 7 / 8)
                : size + colour(picture, width / 8, height / 2) + " " + colour(picture, width * 7 / 8, height / 2);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 ? "red" : colour.getBlue() > 200 ? "blue" : colour.toString();
    }

    private static byte[] noise(String format) {
        var random = new Random(3);
        var picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 160 * 120; pixel++) {
            picture.setRGB(pixel % 160, pixel / 160, random.nextInt());
        }
        return Pictures.written(picture, format);
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
