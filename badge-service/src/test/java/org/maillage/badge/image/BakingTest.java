package org.maillage.badge.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.badge.image.Png.Chunk;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;

class BakingTest {

    private static final String JSON = "{\"name\":\"Équiper ]]> <&> \ud83e\udde6\"}";
    private static final String JWS = "eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl";
    private static final BadgeImage BADGE = BadgeImage.of(Role.EQUIP, BadgeStep.PRACTICE, "val-d-arcelle");
    private static final byte[] PNG = BadgePicture.png(BADGE);

    @ParameterizedTest
    @ValueSource(strings = {JSON, JWS})
    void what_is_baked_into_a_png_comes_out_and_the_picture_stays(String credential) throws IOException {
        var baked = BakedPng.bake(PNG, credential);

        assertThat(BakedPng.unbake(baked)).contains(credential);
        assertThat(BakedPng.types(baked)).containsOnlyOnce("iTXt").startsWith("IHDR", "iTXt");
        var picture = ImageIO.read(new ByteArrayInputStream(baked));
        assertThat(picture.getRGB(300, 55))
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(PNG)).getRGB(300, 55));
        assertThat(BakedPng.unbake(BakedPng.bake(baked, "{}"))).contains("{}");
        assertThat(BakedPng.bake(baked, credential)).isEqualTo(baked);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, JWS})
    void what_is_baked_into_an_svg_comes_out_first_in_its_root(String credential) {
        var baked = BakedSvg.bake(BADGE.svg("Équiper & co", "L’essai"), credential);

        assertThat(BakedSvg.unbake(bytes(baked))).contains(credential);
        assertThat(baked).containsPattern("<svg [^>]*xmlns:openbadges=\"[^\"]+\"><openbadges:credential");
    }

    @Test
    void a_picture_without_a_badge_has_none() {
        assertThat(BakedPng.unbake(PNG)).isEmpty();
        assertThat(BakedSvg.unbake(bytes(BADGE.svg("x")))).isEmpty();
    }

    @Test
    void a_badge_of_the_older_standard_is_found_too() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'"
                + " xmlns:openbadges='http://openbadges.org'><openbadges:assertion"
                + " verify='a.b.c'><![CDATA[{\"type\":\"Assertion\"}]]></openbadges:assertion></svg>";
        assertThat(BakedSvg.unbake(bytes(svg))).contains("{\"type\":\"Assertion\"}");
        var chunks = new ArrayList<>(Png.chunks(PNG));
        chunks.add(1, new Chunk("iTXt", bytes("openbadges\0\0\0\0\0{}")));
        assertThat(BakedPng.unbake(Png.file(chunks))).contains("{}");
        var first = new ArrayList<>(Png.chunks(PNG));
        first.add(1, new Chunk("tEXt", bytes("Comment\0openbadges")));
        first.add(1, new Chunk("tEXt", bytes("openbadges\0https://example.org/1.json")));
        assertThat(BakedPng.unbake(Png.file(first))).contains("https://example.org/1.json");
    }

    @Test
    void two_badges_or_a_compressed_one_in_a_picture_are_refused() {
        var two = new ArrayList<>(Png.chunks(BakedPng.bake(PNG, JSON)));
        two.add(2, two.get(1));
        assertThatThrownBy(() -> BakedPng.unbake(Png.file(two))).isInstanceOf(MalformedImage.class);
        var compressed = new ArrayList<>(Png.chunks(PNG));
        compressed.add(1, new Chunk("iTXt", bytes("openbadgecredential\0\1\0\0\0x")));
        assertThatThrownBy(() -> BakedPng.unbake(Png.file(compressed))).isInstanceOf(MalformedImage.class);
    }

    @Test
    void a_picture_of_any_size_that_it_claims_costs_nothing_to_look_into() {
        var bomb = Png.file(List.of(
                new Chunk("IHDR", new byte[] {0, 0, -1, -1, 0, 0, -1, -1, 8, 6, 0, 0, 0}),
                new Chunk("IDAT", new byte[] {1, 2, 3}),
                new Chunk("IEND", new byte[0])));
        assertThatThrownBy(() -> BakedPng.unbake(bomb))
                .isInstanceOfSatisfying(
                        MalformedImage.class, e -> assertThat(e.problem()).isEqualTo(MalformedImage.Problem.TOO_LARGE));
    }

    @Test
    void a_broken_picture_is_a_malformed_one_and_nothing_else() {
        var baked = BakedPng.bake(PNG, JSON);
        var svg = bytes(BakedSvg.bake(BADGE.svg("x"), JSON));
        var random = new Random(4);
        int malformed = 0;
        for (int i = 0; i < 400; i++) {
            var png = baked.clone();
            png[random.nextInt(png.length)] ^= (byte) (1 + random.nextInt(255));
            malformed += isMalformed(() -> BakedPng.unbake(png)) ? 1 : 0;
            var drawing = svg.clone();
            drawing[random.nextInt(drawing.length)] ^= (byte) (1 + random.nextInt(255));
            isMalformed(() -> BakedSvg.unbake(drawing));
        }
        assertThat(malformed).isGreaterThan(390);
        for (int length = 0; length < 200; length++) {
            var cut = java.util.Arrays.copyOf(baked, length);
            assertThatThrownBy(() -> BakedPng.unbake(cut)).isInstanceOf(MalformedImage.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg"
                        + " xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                "<!DOCTYPE svg SYSTEM 'http://127.0.0.1/x.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<html/>",
                "",
                "{}",
                "<svg/>"
            })
    void a_drawing_that_names_a_document_type_or_is_none_is_refused(String svg) {
        assertThatThrownBy(() -> BakedSvg.unbake(bytes(svg))).isInstanceOf(MalformedImage.class);
    }

    @Test
    void a_drawing_that_goes_too_deep_is_refused() {
        var deep = "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>".repeat(5_000) + "</g>".repeat(5_000) + "</svg>";
        assertThatThrownBy(() -> BakedSvg.unbake(bytes(deep))).isInstanceOf(MalformedImage.class);
    }

    private static boolean isMalformed(Runnable looking) {
        try {
            looking.run();
            return false;
        } catch (MalformedImage expected) {
            return true;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
