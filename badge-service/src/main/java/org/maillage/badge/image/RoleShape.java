package org.maillage.badge.image;

import org.maillage.ledger.value.Role;

/**
 * How a role is drawn.
 *
 * @param key what stands for the role in the identity of a drawing; never shown, and never changed, since badges that have
 *     been issued were drawn with it
 * @param dye the colour's name, as in the stylesheet's tokens
 * @param lobes how many lobes the outline has
 * @param glyph the pictogram on a grid of 48, drawn with a round stroke
 */
public record RoleShape(String key, Dye dye, int lobes, String glyph) {

    /** What tells of every role alike. */
    static final RoleShape EVERY = new RoleShape("contribution", Dye.VERDET, 10, Glyph.STITCH);

    /** How this role is drawn. */
    public static RoleShape of(Role role) {
        return switch (role) {
            case LEAD -> new RoleShape("animer", Dye.GARANCE, 8, Glyph.BOARD);
            case COMPANION -> new RoleShape("accompagner", Dye.GAUDE, 6, Glyph.RINGS);
            case INVENT -> new RoleShape("inventer", Dye.ORSEILLE, 5, Glyph.LAMP);
            case TEST -> new RoleShape("tester", Dye.PASTEL, 4, Glyph.FLASK);
            case REVIEW -> new RoleShape("relire", Dye.INDIGO, 7, Glyph.EYE);
            case SPREAD -> new RoleShape("diffuser", Dye.COCHENILLE, 9, Glyph.WAVES);
            case CONNECT -> new RoleShape("relier", Dye.NERPRUN, 3, Glyph.TRIANGLE);
            case EQUIP -> new RoleShape("equiper", Dye.NOYER, 12, Glyph.CASE);
        };
    }

    /**
     * The lobed outline r(θ) = R·k·(1 + a·cos nθ). The amplitude a falls as lobes grow in number and k evens the areas out
     * to within 1 %, so that no role looks larger than another.
     */
    public String outline(double radius, double centre, int steps) {
        var amplitude = Math.min(.1, .42 / lobes + .018);
        var even = 1 / Math.sqrt(1 + amplitude * amplitude / 2);
        var path = new StringBuilder("M");
        for (var i = 0; i < steps; i++) {
            var angle = (double) i / steps * 2 * Math.PI;
            var r = radius * even * (1 + amplitude * StrictMath.cos(lobes * angle));
            path.append(i == 0 ? "" : "L").append(Svg.point(r, angle, centre));
        }
        return path.append('Z').toString();
    }

    /** Pictograms, in the order of the roles, and one of all. */
    private static final class Glyph {
        private static final String DOT = "\" fill=\"currentColor\" stroke=\"none\"/>";
        static final String BOARD =
                "<path d=\"M5 8h38M8 8v21a2 2 0 0 0 2 2h28a2 2 0 0 0 2-2V8M24 31v5M16 43l8-7 8 7\"/>"
                        + "<path d=\"M16 17h16M16 23.5h9\"/>";
        static final String RINGS = "<circle cx=\"18\" cy=\"24\" r=\"11.5\"/><circle cx=\"30\" cy=\"24\" r=\"11.5\"/>";
        static final String LAMP = "<path d=\"M17 32.5c0-4-6.5-7-6.5-15a13.5 13.5 0 0 1 27 0c0 8-6.5 11-6.5 15z"
                + "M18.5 38.5h11M20.5 44h7\"/><path d=\"M24 32v-9M19.5 18.5l4.5 4.5 4.5-4.5\"/>";
        static final String FLASK =
                "<path d=\"M17 6h14M20 6v13L9.5 36.5A4 4 0 0 0 13 42.5h22a4 4 0 0 0 3.5-6L28 19V6\"/>"
                        + "<path d=\"M16 30h16l4.5 8H11.5z" + DOT;
        static final String EYE =
                "<path d=\"M4 24c6-9.5 12.6-14 20-14s14 4.5 20 14c-6 9.5-12.6 14-20 14S10 33.5 4 24z\"/>"
                        + "<circle cx=\"24\" cy=\"24\" r=\"5.5" + DOT;
        static final String WAVES = "<circle cx=\"12\" cy=\"36\" r=\"5" + DOT
                + "<path d=\"M11 22a15 15 0 0 1 15 15M11 10a27 27 0 0 1 27 27\"/>";
        static final String TRIANGLE = "<path d=\"M24 12L11 36h26z\"/><circle cx=\"24\" cy=\"11\" r=\"6" + DOT
                + "<circle cx=\"10\" cy=\"36\" r=\"6" + DOT + "<circle cx=\"38\" cy=\"36\" r=\"6" + DOT;
        static final String CASE = "<rect x=\"6\" y=\"17\" width=\"36\" height=\"23\" rx=\"3\"/>"
                + "<path d=\"M17 17v-4a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v4M6 27h13M29 27h13M20 23.5h8v7h-8z\"/>";

        static final String STITCH = "<path d=\"M9 11l15 12v14L9 25zM39 11L24 23v14l15-12z\"/>";

        private Glyph() {}
    }
}
