package org.maillage.badge.image;

import java.util.List;

/** What a drawing is laid on: pixels, or a page to print. */
interface Canvas {

    /**
     * Fills areas with a colour. Holes run against the direction of what is around them.
     *
     * @param outlines closed polygons as x and y in turn, y downwards, in the canvas's own measure
     * @param colour as 0xRRGGBB
     */
    void fill(List<double[]> outlines, int colour);
}
