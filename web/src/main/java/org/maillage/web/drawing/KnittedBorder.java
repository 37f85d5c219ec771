package org.maillage.web.drawing;

import org.maillage.badge.image.NetworkPattern;
import org.maillage.badge.image.Svg;

/** The knitted border of a network: one tile, which repeats seamlessly from left to right. */
public final class KnittedBorder {

    private static final double WIDTH = 12;
    private static final double ROW = WIDTH * .66;

    private KnittedBorder() {}

    /**
     * A file of its own, in the product's colours.
     *
     * @param network the identifier of the network, from which the pattern is drawn
     */
    public static String svg(String network) {
        var pattern = NetworkPattern.border(network);
        var dark = new StringBuilder();
        var light = new StringBuilder();
        for (var y = 0; y < pattern.length; y++) {
            for (var x = 0; x < pattern[y].length; x++) {
                (pattern[y][x] ? light : dark).append(Stitch.path(x * WIDTH + .35, y * ROW, WIDTH - .7));
            }
        }
        var width = Svg.number(12 * WIDTH);
        var height = Svg.number(7 * ROW + WIDTH * .4);
        return "<svg " + Svg.NAMESPACE + " width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width
                + " "
                + height + "\"><rect width=\"100%\" height=\"100%\" fill=\"#082c25\"/><path d=\"" + dark
                + "\" fill=\"#0b3b31\"/><path d=\"" + light + "\" fill=\"#f4bb1f\"/></svg>";
    }
}
