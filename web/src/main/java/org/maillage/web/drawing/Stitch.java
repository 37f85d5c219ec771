package org.maillage.web.drawing;

import org.maillage.badge.image.Svg;

/** One upright knitted stitch, the sign of the product, as a path. */
final class Stitch {

    private Stitch() {}

    static String path(double x, double y, double width) {
        var half = Svg.number(width / 2);
        var back = Svg.number(-width / 2);
        var down = Svg.number(width * .56);
        return "M" + Svg.number(x) + " " + Svg.number(y) + "l" + half + " " + half + "v" + down + "l" + back + " "
                + back + "z"
                + "M" + Svg.number(x + width) + " " + Svg.number(y) + "l" + back + " " + half + "v" + down + "l" + half
                + " "
                + back + "z";
    }
}
