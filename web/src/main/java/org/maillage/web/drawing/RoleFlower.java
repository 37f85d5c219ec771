package org.maillage.web.drawing;

import java.util.Map;
import org.maillage.badge.image.RoleShape;
import org.maillage.badge.image.Svg;
import org.maillage.ledger.value.Role;

/**
 * The flower of a role portrait: one petal for each role, always in its place, clockwise from noon. A petal's length compares
 * a person with themselves alone (rules 13 and 14 of the product): it is scaled by the person's own largest share, and it has
 * four lengths only, so that two flowers cannot be measured against each other.
 */
public final class RoleFlower {

    private static final String ATTRIBUTES = "class=\"fleur\" viewBox=\"-30 -30 60 60\"";
    private static final double[] LENGTHS = {0, 8, 12.5, 17, 21};
    private static final double FOOT = 6.5;

    private RoleFlower() {}

    /**
     * The flower beside the same in words.
     *
     * @param shares weight of each role on any scale, never negative; an absent role weighs nothing
     */
    public static String decoration(Map<Role, Long> shares) {
        return Svg.decoration(ATTRIBUTES, drawing(shares));
    }

    /**
     * The flower that stands alone.
     *
     * @param shares as in {@link #decoration}
     * @param title whose it is
     * @param description the shares in words; empty for none
     */
    public static String titled(Map<Role, Long> shares, String title, String description) {
        return Svg.titled(ATTRIBUTES, title, description, drawing(shares));
    }

    private static String drawing(Map<Role, Long> shares) {
        var largest = 0L;
        for (var share : shares.values()) {
            if (share < 0) {
                throw new IllegalArgumentException("A share is never negative: " + shares);
            }
            largest = Math.max(largest, share);
        }
        var drawing = new StringBuilder("<circle class=\"f-fond\" r=\"29.5\"/>");
        var turn = 0;
        for (var role : Role.values()) {
            drawing.append(petal(role, turn, length(shares.getOrDefault(role, 0L), largest)));
            turn += 45;
        }
        return drawing.append("<circle class=\"f-c\" r=\"4.4\"/>").toString();
    }

    /** Which of the four lengths; 0 for a bud. Square roots, since the eye compares areas. */
    private static int length(long share, long largest) {
        return share == 0 ? 0 : Math.toIntExact(Math.max(1, Math.round(Math.sqrt((double) share / largest) * 4)));
    }

    private static String petal(Role role, int degrees, int length) {
        var dye = RoleShape.of(role).dye().cssClass();
        var turn = "transform=\"rotate(" + degrees + ")\"";
        if (length == 0) {
            return "<circle class=\"" + dye + " f-b\" r=\"1.5\" cx=\"0\" cy=\"-10.5\" " + turn + "/>";
        }
        var l = LENGTHS[length];
        var tip = FOOT + l;
        var width = 5.2 + l * .24;
        var low = Svg.number(-FOOT - l * .22);
        var high = Svg.number(-tip + l * .12);
        var left = Svg.number(-width);
        var right = Svg.number(width);
        return "<path class=\"" + dye + "\" " + turn + " d=\"M0 -6.5C" + left + " " + low + " " + left + " " + high
                + " 0 " + Svg.number(-tip) + "C" + right + " " + high + " " + right + " " + low + " 0 -6.5Z\"/>";
    }
}
