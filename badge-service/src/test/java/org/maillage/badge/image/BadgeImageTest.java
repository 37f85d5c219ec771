package org.maillage.badge.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;

class BadgeImageTest {

    private static final String NETWORK = "val-d-arcelle";

    @ParameterizedTest
    @CsvSource({
        "LEAD, PRACTICE, badge-lead-2.svg, 'Badge Animer, Trame'",
        "EQUIP, FIRST_STEPS, badge-equip-1.svg, 'Badge Équiper, Amorce'",
        "CONNECT, TRANSMISSION, badge-connect-3.svg, 'Badge Relier, Étoffe'"
    })
    void a_badge_is_the_reference_drawing_byte_for_byte(Role role, BadgeStep step, String file, String title) {
        assertThat(BadgeImage.of(role, step, NETWORK).svg(title)).isEqualTo(Golden.text(file));
    }

    @Test
    void every_role_at_every_step_has_the_bytes_of_its_reference() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var seen = new HashSet<String>();
        for (var line : Golden.lines("badges.txt")) {
            var words = line.split(" ", 4);
            var badge = BadgeImage.of(Role.valueOf(words[0]), BadgeStep.valueOf(words[1]), NETWORK);
            var bytes = badge.svg(words[3]).getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of().formatHex(sha256.digest(bytes))).as(line).isEqualTo(words[2]);
            seen.add(words[0] + words[1]);
        }
        assertThat(seen).hasSize(Role.values().length * BadgeStep.values().length);
    }

    @Test
    void a_revoked_badge_is_grey_and_barred() {
        var badge = new BadgeImage(Role.TEST, BadgeStep.PRACTICE, "littoral-sud", BadgeState.REVOKED);
        assertThat(badge.svg("Tester, pratique suivie", "Ce badge a été retiré."))
                .isEqualTo(Golden.text("badge-revoked.svg"));
    }

    @Test
    void a_badge_to_renew_has_a_dotted_edge() {
        var badge = new BadgeImage(Role.SPREAD, BadgeStep.TRANSMISSION, "pays-de-corvenne", BadgeState.EXPIRED);
        assertThat(badge.svg("Diffuser, transmission")).isEqualTo(Golden.text("badge-expired.svg"));
    }

    @Test
    void a_badge_is_the_same_in_every_language_of_the_machine() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            assertThat(BadgeImage.of(Role.LEAD, BadgeStep.PRACTICE, NETWORK).svg("Badge Animer, Trame"))
                    .isEqualTo(Golden.text("badge-lead-2.svg"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void what_a_title_says_cannot_become_markup() {
        var svg = BadgeImage.of(Role.LEAD, BadgeStep.PRACTICE, NETWORK).svg("<script>\"&'</script>", "<b>");
        assertThat(svg)
                .contains("&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</title>")
                .contains(">&lt;b&gt;</desc>");
        assertThat(svg).doesNotContain("<script").doesNotContain("<b>");
    }

    @Test
    void a_badge_of_every_role_has_a_drawing_of_its_own() {
        var badge = BadgeImage.of(null, BadgeStep.FIRST_STEPS, NETWORK).decoration();
        for (var role : Role.values()) {
            assertThat(badge)
                    .isNotEqualTo(
                            BadgeImage.of(role, BadgeStep.FIRST_STEPS, NETWORK).decoration());
        }
        assertThat(badge).contains("#2f8f74");
    }

    @Test
    void a_decoration_says_nothing_to_those_who_hear_the_page() {
        assertThat(BadgeImage.of(Role.LEAD, BadgeStep.PRACTICE, NETWORK).decoration())
                .contains("aria-hidden=\"true\"")
                .doesNotContain("<title");
    }

    @Test
    void every_network_has_three_different_rounds_that_are_neither_full_nor_empty() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var rows = NetworkPattern.rounds(Long.toHexString(random.nextLong()));
            assertThat(Arrays.stream(rows).map(Arrays::toString).distinct()).hasSize(3);
            for (var row : rows) {
                assertThat(row).hasSize(8).contains(true).contains(false);
            }
        }
    }
}
