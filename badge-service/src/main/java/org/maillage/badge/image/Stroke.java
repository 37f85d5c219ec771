package org.maillage.badge.image;

import java.util.ArrayList;
import java.util.List;

/** Lines with a width as areas: each stretch a rectangle, round ends and joints as discs. */
final class Stroke {

    private static final int DISC = 32;

    private Stroke() {}

    /**
     * The areas of a stroked line; all run the same way, so that together they are their union.
     *
     * @param round whether ends and joints are round; else both are cut straight
     */
    static List<double[]> areas(Polylines.Line line, double width, boolean round) {
        var areas = new ArrayList<double[]>();
        var points = line.points();
        int count = points.length / 2;
        int stretches = line.closed() ? count : count - 1;
        for (int i = 0; i < stretches; i++) {
            int from = 2 * i;
            int to = 2 * ((i + 1) % count);
            stretch(areas, points[from], points[from + 1], points[to], points[to + 1], width / 2);
        }
        if (round) {
            for (int i = 0; i < count; i++) {
                areas.add(disc(points[2 * i], points[2 * i + 1], width / 2));
            }
        }
        return areas;
    }

    /** Dots along a line, one every {@code every}. */
    static List<double[]> dots(Polylines.Line line, double width, double every) {
        var areas = new ArrayList<double[]>();
        var points = line.points();
        int count = points.length / 2;
        double next = 0;
        for (int i = 0; i < (line.closed() ? count : count - 1); i++) {
            int from = 2 * i;
            int to = 2 * ((i + 1) % count);
            double dx = points[to] - points[from];
            double dy = points[to + 1] - points[from + 1];
            double length = Math.sqrt(dx * dx + dy * dy);
            while (next < length) {
                areas.add(disc(points[from] + dx * next / length, points[from + 1] + dy * next / length, width / 2));
                next += every;
            }
            next -= length;
        }
        return areas;
    }

    static double[] disc(double x, double y, double radius) {
        var points = new double[2 * DISC];
        for (int i = 0; i < DISC; i++) {
            double angle = 2 * Math.PI * i / DISC;
            points[2 * i] = x + radius * StrictMath.cos(angle);
            points[2 * i + 1] = y + radius * StrictMath.sin(angle);
        }
        return points;
    }

    private static void stretch(List<double[]> areas, double x0, double y0, double x1, double y1, double half) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length > 0) {
            double nx = -dy / length * half;
            double ny = dx / length * half;
            areas.add(onward(new double[] {x0 + nx, y0 + ny, x0 - nx, y0 - ny, x1 - nx, y1 - ny, x1 + nx, y1 + ny}));
        }
    }

    /** The same area, running the way that discs run. */
    static double[] onward(double[] polygon) {
        double twice = 0;
        int count = polygon.length / 2;
        for (int i = 0; i < count; i++) {
            int j = (i + 1) % count;
            twice += polygon[2 * i] * polygon[2 * j + 1] - polygon[2 * j] * polygon[2 * i + 1];
        }
        if (twice >= 0) {
            return polygon;
        }
        var turned = new double[polygon.length];
        for (int i = 0; i < count; i++) {
            turned[2 * i] = polygon[2 * (count - 1 - i)];
            turned[2 * i + 1] = polygon[2 * (count - 1 - i) + 1];
        }
        return turned;
    }
}
