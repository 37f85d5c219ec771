package org.maillage.badge.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;

class BadgePictureTest {

    private static final String NETWORK = "val-d-arcelle";

    @Test
    void a_picture_shows_the_colours_of_its_role_where_they_are_drawn() throws IOException {
        var seen = 0;
        for (var role : Role.values()) {
            var image = ImageIO.read(
                    new ByteArrayInputStream(BadgePicture.png(BadgeImage.of(role, BadgeStep.FIRST_STEPS, NETWORK))));
            var shades = RoleShape.of(role).dye().shades();
            assertThat(image.getWidth()).isEqualTo(BadgePicture.SIZE);
            assertThat(image.getRGB(2, 2) >>> 24).as("the corner is empty").isZero();
            // Between the disc and the outline; the paper of the medallion, above the pictogram.
            assertThat(image.getRGB(300, 300 - 245)).as(role.name()).isEqualTo(rgb(shades.flat()));
            assertThat(image.getRGB(300, 300 - 96)).as(role.name()).isEqualTo(rgb(shades.light()));
            assertThat(image.getRGB(300, 300 - 236)).as(role.name()).isEqualTo(rgb(shades.dark()));
            seen++;
        }
        assertThat(seen).isEqualTo(8);
    }

    @Test
    void a_picture_has_the_bytes_of_its_reference() throws Exception {
        var hashes = new ArrayList<String>();
        for (var line : Golden.lines("pictures.txt")) {
            var words = line.split(" ", 4);
            var png = BadgePicture.png(new BadgeImage(
                    Role.valueOf(words[0]), BadgeStep.valueOf(words[1]), NETWORK, BadgeState.valueOf(words[2])));
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(png));
            assertThat(hash).as(line).isEqualTo(words[3]);
            hashes.add(hash);
        }
        assertThat(hashes).hasSizeGreaterThan(9).doesNotHaveDuplicates();
    }

    @Test
    void what_is_compressed_comes_back() throws IOException {
        var random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            var data = new byte[random.nextInt(70_000)];
            int alphabet = 1 + random.nextInt(256);
            for (int at = 0; at < data.length; at++) {
                data[at] = random.nextInt(4) == 0 || at < 700
                        ? (byte) random.nextInt(alphabet)
                        : data[at - 1 - random.nextInt(600)];
            }
            var back = new InflaterInputStream(new ByteArrayInputStream(Deflate.zlib(data))).readAllBytes();
            assertThat(Arrays.equals(back, data))
                    .as("round %d of %d bytes", i, data.length)
                    .isTrue();
        }
        assertThat(Deflate.zlib(new byte[1_000_000])).hasSizeLessThan(8_000);
    }

    @Test
    void a_square_covers_each_pixel_by_as_much_as_it_covers_of_it() {
        var pixels = new Pixels(4, 4);
        pixels.fill(List.of(new double[] {1, 1, 2.5, 1, 2.5, 2.25, 1, 2.25}), 0xff0000);
        assertThat(pixels.argb(1, 1)).isEqualTo(0xffff0000);
        assertThat(pixels.argb(2, 1)).as("half, in fifteenths").isEqualTo(0x88ff0000);
        assertThat(pixels.argb(1, 2)).as("a quarter").isEqualTo(0x44ff0000);
        assertThat(pixels.argb(2, 2)).as("an eighth").isEqualTo(0x22ff0000);
        for (int i = 0; i < 4; i++) {
            assertThat(pixels.argb(i, 0) | pixels.argb(0, i) | pixels.argb(i, 3) | pixels.argb(3, i))
                    .isZero();
        }
    }

    @Test
    void a_card_for_links_holds_long_names_and_none() throws IOException {
        var badge = BadgeImage.of(Role.CONNECT, BadgeStep.TRANSMISSION, NETWORK);
        var full = SocialCard.png(
                badge, "Mettre en lien, transmission ".repeat(9), "Nadia Exemple", "Réseau d’essai", "Retiré");
        var bare = SocialCard.png(badge, "漢字", "", "R", "");
        for (var card : List.of(full, bare)) {
            var image = ImageIO.read(new ByteArrayInputStream(card));
            assertThat(image.getWidth()).isEqualTo(SocialCard.WIDTH);
            assertThat(image.getHeight()).isEqualTo(SocialCard.HEIGHT);
            assertThat(card).hasSizeLessThan(100_000);
        }
        assertThat(full).isNotEqualTo(bare);
        assertThat(SocialCard.png(badge, "漢字", "", "R", "Retiré")).isNotEqualTo(bare);
    }

    @Test
    void a_name_of_sixty_characters_is_written_whole_in_smaller_letters_or_more_lines() {
        for (var name : List.of("Réseau des ressourceries et ateliers du Val d’Arcelle et alii", "W".repeat(60))) {
            var block = Lettering.TITLE.block(name, 580, 3, 64, 56, 48, 40, 32);
            assertThat(String.join("", block.lines()).replace(" ", "")).isEqualTo(name.replace(" ", ""));
            assertThat(block.lines())
                    .hasSizeLessThanOrEqualTo(4)
                    .allSatisfy(line -> assertThat(Lettering.TITLE.width(line, block.size()))
                            .isLessThanOrEqualTo(580));
        }
        assertThat(Lettering.TITLE.block("Animer", 580, 3, 64, 40).size()).isEqualTo(64);
        assertThat(Lettering.TITLE
                        .block("mot ".repeat(200), 580, 3, 64, 40)
                        .lines()
                        .getLast())
                .endsWith("…");
    }

    @Test
    void a_drawing_of_others_is_not_read() {
        assertThatThrownBy(() -> Drawing.lay("<svg><text>x</text></svg>", new Pixels(1, 1), 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
    }

    private static int rgb(String hex) {
        return 0xff000000 | Integer.parseInt(hex.substring(1), 16);
    }
}
