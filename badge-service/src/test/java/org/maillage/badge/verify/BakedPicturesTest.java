package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.badge.verify.Trial.BOX;
import static org.maillage.badge.verify.Trial.ISSUANCE;
import static org.maillage.badge.verify.Trial.NOW;
import static org.maillage.badge.verify.Trial.RSA_SIGNER;
import static org.maillage.badge.verify.Trial.check;
import static org.maillage.badge.verify.Trial.reason;
import static org.maillage.badge.verify.Trial.signed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.image.BadgeImage;
import org.maillage.badge.image.BadgePicture;
import org.maillage.badge.image.BakedPng;
import org.maillage.badge.image.BakedSvg;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;

class BakedPicturesTest {

    private static final BadgeImage IMAGE = BadgeImage.of(Role.LEAD, BadgeStep.PRACTICE, "grand-est");
    private static final String BADGE = signed(Samples.badge()).toString();
    private static final String SVG = IMAGE.svg("Animer");
    private static final byte[] PNG = BadgePicture.png(IMAGE);

    @Test
    void a_baked_picture_and_a_baked_drawing_are_verified_by_what_they_hold() {
        assertThat(verify(BakedPng.bake(PNG, BADGE))).isInstanceOf(Verdict.Good.class);
        assertThat(verify(BakedSvg.bake(SVG, BADGE).getBytes(UTF_8))).isInstanceOf(Verdict.Good.class);
        var token = ISSUANCE.jwt(Samples.badge(), RSA_SIGNER);
        assertThat(verify(BakedSvg.bake(SVG, token).getBytes(UTF_8))).isInstanceOf(Verdict.Good.class);
        assertThat(verify(BakedPng.bake(PNG, token))).isInstanceOf(Verdict.Good.class);
    }

    @Test
    void a_picture_without_a_badge_says_so() {
        assertThat(reason(verify(PNG), Kind.FORMAT)).isEqualTo(Reason.IMAGE_WITHOUT_BADGE);
        assertThat(reason(verify(SVG.getBytes(UTF_8)), Kind.FORMAT)).isEqualTo(Reason.IMAGE_WITHOUT_BADGE);
    }

    @Test
    void a_picture_with_the_address_of_a_badge_alone_says_so() {
        var held = check(verify(BakedPng.bake(PNG, " https://example.org/1.json\n")), Kind.FORMAT);
        assertThat(held.reason()).isEqualTo(Reason.IMAGE_WITH_ADDRESS);
        assertThat(held.details()).containsEntry("about", "https://example.org/1.json");
    }

    @Test
    void a_broken_or_huge_picture_is_refused() {
        var baked = BakedPng.bake(PNG, BADGE);

        assertThat(reason(verify(Arrays.copyOf(baked, 300)), Kind.FORMAT)).isEqualTo(Reason.IMAGE_CUT_SHORT);
        assertThat(reason(verify(Arrays.copyOf(baked, BakedPictures.MOST_BYTES + 1)), Kind.FORMAT))
                .isEqualTo(Reason.TOO_LARGE);
        baked[200] ^= 1;
        assertThat(reason(verify(baked), Kind.FORMAT)).isEqualTo(Reason.IMAGE_CHANGED);
    }

    @Test
    void a_picture_of_more_pixels_than_a_badge_has_is_refused_whatever_it_holds() {
        for (var picture : List.of(PNG, BakedPng.bake(PNG, BADGE))) {
            assertThat(check(verify(sized(picture, 50_000, 50_000)), Kind.FORMAT))
                    .satisfies(check -> assertThat(check.reason()).isEqualTo(Reason.IMAGE_TOO_LARGE))
                    .satisfies(check -> assertThat(check.details()).containsEntry("about", "50000 × 50000"));
            assertThat(reason(verify(sized(picture, -1, 1)), Kind.FORMAT)).isEqualTo(Reason.IMAGE_TOO_LARGE);
            assertThat(reason(verify(sized(picture, 10_000, 4_001)), Kind.FORMAT))
                    .isEqualTo(Reason.IMAGE_TOO_LARGE);
        }
    }

    private static byte[] sized(byte[] png, int width, int height) {
        var sized = png.clone();
        ByteBuffer.wrap(sized).putInt(16, width).putInt(20, height);
        return sized;
    }

    @Test
    void a_drawing_that_would_run_something_is_refused() {
        var baked = BakedSvg.bake(SVG, BADGE);
        for (var active : new String[] {
            baked.replace("</svg>", "<script>fetch('https://evil.example')</script></svg>"),
            baked.replaceFirst("<svg ", "<svg onload=\"fetch('https://evil.example')\" "),
            baked.replace("</svg>", "<a href=\" JavaScript:alert(1)\"/></svg>"),
            baked.replace("</svg>", "<foreignObject/></svg>"),
            baked.replace("</svg>", "<a href=\"java&#10;script:alert(1)\"/></svg>"),
            baked.replace("</svg>", "<a href=\"data:text/html,hello\"/></svg>"),
            baked.replace("</svg>", "<iframe src=\"https://evil.example\"/></svg>")
        }) {
            assertThat(active).isNotEqualTo(baked);
            assertThat(reason(verify(active.getBytes(UTF_8)), Kind.FORMAT)).isEqualTo(Reason.IMAGE_WITH_SCRIPT);
        }
    }

    @Test
    void a_drawing_that_names_another_document_opens_none() {
        var outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + BakedSvg.bake(SVG, BADGE);

        assertThat(reason(verify(outside.getBytes(UTF_8)), Kind.FORMAT)).isEqualTo(Reason.IMAGE_WITH_DOCUMENT_TYPE);
    }

    private static Verdict verify(byte[] bytes) {
        return new Verifier(BOX, Trial.world(), new BakedPictures()).verify(bytes, Question.at(NOW));
    }
}
