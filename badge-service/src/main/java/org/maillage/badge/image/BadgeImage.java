package org.maillage.badge.image;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;

/**
 * The image of a badge in a box of 240 × 240: the outline says the role, the knitted rounds the step, the knitted pattern the
 * network. No text is drawn; title and description are for those who hear the page. Equal badges have equal bytes, so that
 * an image can be hashed into a credential and drawn again.
 *
 * @param role null where the badge tells of every role alike
 * @param network the identifier of the issuing network, from which its pattern is drawn
 */
public record BadgeImage(@Nullable Role role, BadgeStep step, String network, BadgeState state) {

    private static final String ATTRIBUTES = Svg.NAMESPACE + " viewBox=\"0 0 240 240\"";
    private static final double CENTRE = 120;
    private static final int STITCHES = 32;
    private static final double STITCH_ANGLE = 2 * Math.PI / STITCHES;
    private static final double STITCH_HEIGHT = 17.5;
    private static final double INNER = 48;
    private static final double ROUND = (93 - INNER) / 3;

    /** The badge that stands. */
    public static BadgeImage of(@Nullable Role role, BadgeStep step, String network) {
        return new BadgeImage(role, step, network, BadgeState.ACTIVE);
    }

    /**
     * The image with its title.
     *
     * @param title the badge's name, in the reader's language
     */
    public String svg(String title) {
        return svg(title, "");
    }

    /**
     * The image with its title and a longer description.
     *
     * @param description what the badge attests; empty for none
     */
    public String svg(String title, String description) {
        var id = NetworkPattern.shortHash(
                String.join("|", shape().key(), Integer.toString(step.rounds()), network, state.key()));
        var described = description.isEmpty() ? "" : "<desc id=\"d" + id + "\">" + Svg.escape(description) + "</desc>";
        return "<svg " + ATTRIBUTES + " role=\"img\" aria-labelledby=\"t" + id
                + (description.isEmpty() ? "" : " d" + id) + "\"><title id=\"t" + id + "\">" + Svg.escape(title)
                + "</title>" + described + drawing() + "</svg>";
    }

    /** The image beside the badge's name. */
    public String decoration() {
        return Svg.decoration(ATTRIBUTES, drawing());
    }

    private RoleShape shape() {
        return role == null ? RoleShape.EVERY : RoleShape.of(role);
    }

    private String drawing() {
        var shades =
                state == BadgeState.REVOKED ? Dye.Shades.REVOKED : shape().dye().shades();
        return ground(shades) + knitting(shades) + medallion(shades) + overlay(shades);
    }

    private String ground(Dye.Shades shades) {
        return filled(shape().outline(110, CENTRE, 240), shades.dark())
                + filled(shape().outline(104.5, CENTRE, 240), shades.flat())
                + "<circle cx=\"120\" cy=\"120\" r=\"95\" fill=\"" + shades.dark() + "\"/>";
    }

    /** Three rounds from the centre outwards: those of the step are knitted, the others are dotted lines to come. */
    private String knitting(Dye.Shades shades) {
        var pattern = NetworkPattern.rounds(network);
        var light = new StringBuilder();
        var flat = new StringBuilder();
        var toCome = new StringBuilder();
        for (var round = 0; round < 3; round++) {
            var edge = INNER + ROUND * (round + 1) + 1.5;
            if (round >= step.rounds()) {
                toCome.append("<circle cx=\"120\" cy=\"120\" r=\"")
                        .append(Svg.number(edge - ROUND / 2))
                        .append("\"/>");
                continue;
            }
            for (var i = 0; i < STITCHES; i++) {
                (pattern[round][i % 8] ? light : flat).append(stitch(i * STITCH_ANGLE - STITCH_ANGLE / 2, edge));
            }
        }
        var dots = toCome.isEmpty()
                ? ""
                : "<g fill=\"none\" stroke=\"" + shades.flat() + "\" stroke-width=\"2.5\" stroke-dasharray=\".1 7.8\""
                        + " stroke-linecap=\"round\">" + toCome + "</g>";
        return filled(flat.toString(), shades.flat()) + filled(light.toString(), shades.light()) + dots;
    }

    private String medallion(Dye.Shades shades) {
        return "<circle cx=\"120\" cy=\"120\" r=\"47\" fill=\"" + shades.light() + "\"/>"
                + "<circle cx=\"120\" cy=\"120\" r=\"42.5\" fill=\"none\" stroke=\"" + shades.flat()
                + "\" stroke-width=\"2\"/>"
                + "<g transform=\"translate(120 120) scale(1.32) translate(-24 -24)\" fill=\"none\""
                + " stroke=\"currentColor\" color=\"" + shades.dark() + "\" stroke-width=\"3.6\""
                + " stroke-linecap=\"round\" stroke-linejoin=\"round\">" + shape().glyph() + "</g>";
    }

    private String overlay(Dye.Shades shades) {
        return switch (state) {
            case ACTIVE -> "";
            case REVOKED ->
                "<path d=\"M44 196L196 44\" stroke=\"#fff\" stroke-width=\"16\"/>"
                        + "<path d=\"M44 196L196 44\" stroke=\"#a51d24\" stroke-width=\"8\"/>";
            case EXPIRED ->
                "<path d=\"" + shape().outline(116, CENTRE, 240) + "\" fill=\"none\" stroke=\"" + shades.dark()
                        + "\" stroke-width=\"3\" stroke-dasharray=\"2 9\" stroke-linecap=\"round\"/>";
        };
    }

    /** One stitch laid on a circle: two legs in a V whose point is towards the centre. */
    private static String stitch(double start, double edge) {
        var gap = STITCH_ANGLE * .06;
        var middle = start + STITCH_ANGLE / 2;
        var end = start + STITCH_ANGLE;
        var low = edge - STITCH_HEIGHT * .5;
        return leg(start + gap, middle - gap / 3, edge, low) + leg(middle + gap / 3, end - gap, low, edge);
    }

    private static String leg(double from, double to, double radiusFrom, double radiusTo) {
        var thickness = STITCH_HEIGHT * .46;
        return "M" + Svg.point(radiusFrom, from, CENTRE) + "L" + Svg.point(radiusTo, to, CENTRE) + "L"
                + Svg.point(radiusTo - thickness, to, CENTRE) + "L" + Svg.point(radiusFrom - thickness, from, CENTRE)
                + "Z";
    }

    private static String filled(String path, String colour) {
        return "<path d=\"" + path + "\" fill=\"" + colour + "\"/>";
    }
}
