package org.maillage.badge.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path data of our own drawings as polylines: curves and arcs become short lines, fine enough for any size that we draw
 * (SVG 1.1, chapter 8; the commands M L H V C S A Z, absolute and relative).
 */
final class Polylines {

    /** A polyline; closed ones do not repeat their first point. */
    static final class Line {

        private final double[] points;
        private final boolean closed;

        Line(double[] points, boolean closed) {
            this.points = points;
            this.closed = closed;
        }

        double[] points() {
            return points;
        }

        boolean closed() {
            return closed;
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile("\\s*,?\\s*([a-zA-Z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");
    private static final int STEPS = 24;

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private double[] points = new double[64];
    private int size;
    private int at;
    private double x;
    private double y;
    /** The second control point of the last curve. */
    private double controlX;

    private double controlY;

    private Polylines(String text) {
        this.text = text;
    }

    /** The polylines of a path. @throws IllegalArgumentException where it says what our drawings never say */
    static List<Line> lines(String text) {
        var path = new Polylines(text);
        path.read();
        return path.lines;
    }

    private void read() {
        char command = ' ';
        while (at < text.length() && !text.substring(at).isBlank()) {
            if (isCommand()) {
                command = token().charAt(0);
            } else if (command == 'M') {
                command = 'L';
            } else if (command == 'm') {
                command = 'l';
            }
            apply(command);
        }
        end(false);
    }

    private void apply(char command) {
        double dx = Character.isLowerCase(command) ? x : 0;
        double dy = Character.isLowerCase(command) ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                end(false);
                to(dx + number(), dy + number());
            }
            case 'L' -> to(dx + number(), dy + number());
            case 'H' -> to(dx + number(), y);
            case 'V' -> to(x, dy + number());
            case 'C' -> curve(dx, dy, numbers(6));
            case 'S' -> {
                var c = numbers(4);
                curve(dx, dy, new double[] {2 * x - controlX - dx, 2 * y - controlY - dy, c[0], c[1], c[2], c[3]});
            }
            case 'A' -> arc(dx, dy, numbers(7));
            case 'Z' -> end(true);
            default -> throw new IllegalArgumentException("no drawing of ours says " + command);
        }
    }

    private void curve(double dx, double dy, double[] c) {
        double x0 = x;
        double y0 = y;
        controlX = dx + c[2];
        controlY = dy + c[3];
        for (int i = 1; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double d = 3 * u * t * t;
            double e = t * t * t;
            to(
                    a * x0 + b * (dx + c[0]) + d * (dx + c[2]) + e * (dx + c[4]),
                    a * y0 + b * (dy + c[1]) + d * (dy + c[3]) + e * (dy + c[5]));
        }
    }

    /** Arcs of circles, as ours are: the centre lies on the perpendicular through the middle of the chord. */
    private void arc(double dx, double dy, double[] c) {
        double x1 = dx + c[5];
        double y1 = dy + c[6];
        double halfX = (x1 - x) / 2;
        double halfY = (y1 - y) / 2;
        double half = Math.sqrt(halfX * halfX + halfY * halfY);
        double radius = Math.max(c[0], half);
        boolean large = c[3] != 0;
        boolean clockwise = c[4] != 0;
        double away = Math.sqrt(radius * radius - half * half) * (large == clockwise ? -1 : 1);
        double cx = x + halfX - away * halfY / half;
        double cy = y + halfY + away * halfX / half;
        double from = StrictMath.atan2(y - cy, x - cx);
        double turn = StrictMath.atan2(y1 - cy, x1 - cx) - from;
        if (clockwise && turn < 0) {
            turn += 2 * Math.PI;
        } else if (!clockwise && turn > 0) {
            turn -= 2 * Math.PI;
        }
        for (int i = 1; i < STEPS; i++) {
            double angle = from + turn * i / STEPS;
            to(cx + radius * StrictMath.cos(angle), cy + radius * StrictMath.sin(angle));
        }
        to(x1, y1);
    }

    private void to(double toX, double toY) {
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, size * 2);
        }
        x = toX;
        y = toY;
        points[size++] = x;
        points[size++] = y;
    }

    private void end(boolean closed) {
        if (size > 2) {
            lines.add(new Line(Arrays.copyOf(points, size), closed));
        }
        if (closed && size > 0) {
            x = points[0];
            y = points[1];
        }
        size = 0;
    }

    private boolean isCommand() {
        var token = TOKEN.matcher(text).region(at, text.length());
        return token.lookingAt() && Character.isLetter(token.group(1).charAt(0));
    }

    private double[] numbers(int count) {
        var numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    private double number() {
        return Double.parseDouble(token());
    }

    private String token() {
        var token = TOKEN.matcher(text).region(at, text.length());
        if (!token.lookingAt()) {
            throw new IllegalArgumentException("no path: " + text);
        }
        at = token.end();
        return token.group(1);
    }
}
