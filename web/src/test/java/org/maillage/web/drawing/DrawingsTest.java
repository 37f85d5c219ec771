package org.maillage.web.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maillage.badge.image.RoleShape;
import org.maillage.badge.image.Svg;
import org.maillage.ledger.value.Role;

class DrawingsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void the_mark_of_each_role_is_its_reference() {
        var marks = Golden.lines("marks.txt");
        assertThat(marks).hasSize(Role.values().length);
        assertThat(Arrays.stream(Role.values()).map(RoleMark::decoration)).containsExactlyElementsOf(marks);
    }

    @Test
    void the_page_icons_hold_the_same_marks() {
        var sprite = Golden.absolute("/static/icons.svg");
        for (var role : Role.values()) {
            assertThat(sprite)
                    .contains("<symbol id=\"role-" + role + "\" viewBox=\"0 0 48 48\"><path d=\""
                            + RoleMark.outline(role) + "\"/>");
            assertThat(sprite).contains(RoleShape.of(role).glyph());
        }
    }

    @Test
    void a_flower_is_its_reference() {
        var flowers = Golden.lines("flowers.txt");
        assertThat(flowers).hasSizeGreaterThan(3);
        for (var line : flowers) {
            var words = line.split(" ", 9);
            var shares = new EnumMap<Role, Long>(Role.class);
            for (var role : Role.values()) {
                shares.put(role, Long.valueOf(words[shares.size()]));
            }
            assertThat(RoleFlower.decoration(shares)).isEqualTo(words[8]);
        }
    }

    @Test
    void a_flower_does_not_tell_who_did_more() {
        var random = new Random(20261121);
        for (var i = 0; i < 500; i++) {
            var little = new EnumMap<Role, Long>(Role.class);
            var much = new EnumMap<Role, Long>(Role.class);
            for (var role : Role.values()) {
                var share = (long) random.nextInt(50);
                little.put(role, share);
                much.put(role, share * 1024);
            }
            assertThat(RoleFlower.decoration(much)).isEqualTo(RoleFlower.decoration(little));
        }
    }

    @Test
    void a_flower_says_its_title_and_the_shares_in_words() {
        assertThat(RoleFlower.titled(Map.of(Role.LEAD, 3L), "Portrait de Nadia & Elio", "animer 100 %"))
                .contains("role=\"img\"><title>Portrait de Nadia &amp; Elio</title><desc>animer 100 %</desc>");
    }

    @Test
    void a_share_is_never_negative() {
        assertThatThrownBy(() -> RoleFlower.decoration(Map.of(Role.TEST, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_border_of_a_network_is_its_reference() {
        assertThat(KnittedBorder.svg("littoral-sud")).isEqualTo(Golden.text("border-littoral-sud.svg"));
        assertThat(KnittedBorder.svg("val-d-arcelle")).isEqualTo(Golden.absolute("/static/images/frise.svg"));
    }

    @Test
    void the_knitted_days_are_their_reference() {
        var days = Map.of(
                MONDAY,
                Role.LEAD,
                MONDAY.plusDays(8),
                Role.CONNECT,
                MONDAY.plusDays(9),
                Role.LEAD,
                MONDAY.plusDays(23),
                Role.TEST);
        assertThat(KnittedYear.decoration(MONDAY, MONDAY.plusDays(23), days)).isEqualTo(Golden.text("year.svg"));
    }

    @Test
    void the_knitted_days_run_forwards() {
        assertThatThrownBy(() -> KnittedYear.decoration(MONDAY, MONDAY.minusDays(1), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_are_written_with_a_point_and_two_decimals_at_most() {
        assertThat(Svg.number(-0.004)).isEqualTo("0");
        assertThat(Svg.number(1.005)).isEqualTo("1");
        assertThat(Svg.number(0.125)).isEqualTo("0.13");
        assertThat(Svg.number(-0.125)).isEqualTo("-0.13");
        assertThat(Svg.number(120)).isEqualTo("120");
    }
}
