package org.maillage.badge.image;

import java.util.Arrays;
import java.util.List;

/**
 * A picture in memory. Each area covers each pixel by as much as it covers of it, exactly, in plain arithmetic: equal
 * drawings give equal pixels on every machine, which Java's own graphics do not promise.
 */
final class Pixels implements Canvas {

    /** Steps of a pixel's cover: enough for smooth edges, and few enough colours for a small file. */
    private static final int LEVELS = 15;

    private final int width;
    private final int height;
    /** Red, green, blue and opacity of each pixel, the colours already weighed by the opacity. */
    private final int[] channels;
    /** Of one pixel row each: how much more of a pixel is covered than of the one to its left. */
    private final double[] steps;

    Pixels(int width, int height) {
        this.width = width;
        this.height = height;
        this.channels = new int[4 * width * height];
        this.steps = new double[height * (width + 2)];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    @Override
    public void fill(List<double[]> outlines, int colour) {
        Arrays.fill(steps, 0);
        for (var outline : outlines) {
            int count = outline.length / 2;
            for (int i = 0; i < count; i++) {
                int j = (i + 1) % count;
                edge(outline[2 * i], outline[2 * i + 1], outline[2 * j], outline[2 * j + 1]);
            }
        }
        for (int y = 0; y < height; y++) {
            double covered = 0;
            for (int x = 0; x < width; x++) {
                covered += steps[y * (width + 2) + x];
                int share = ((int) (Math.min(1, Math.abs(covered)) * LEVELS + .5)) * (255 / LEVELS);
                if (share > 0) {
                    blend(4 * (y * width + x), colour, share);
                }
            }
        }
    }

    /** An edge, cut at each row of pixels that it passes. */
    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        int direction = y0 < y1 ? 1 : -1;
        double topX = y0 < y1 ? x0 : x1;
        double topY = Math.min(y0, y1);
        double bottomY = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        int last = (int) Math.min(height, Math.ceil(bottomY));
        for (int row = (int) Math.max(0, Math.floor(topY)); row < last; row++) {
            double from = Math.max(topY, row);
            double to = Math.min(bottomY, row + 1.0);
            if (to > from) {
                piece(row, topX + slope * (from - topY), topX + slope * (to - topY), direction * (to - from));
            }
        }
    }

    /** A piece within one row, cut at each pixel that it passes; {@code rise} is the part of the row that it crosses. */
    private void piece(int row, double x0, double x1, double rise) {
        double left = Math.clamp(Math.min(x0, x1), 0, width);
        double right = Math.clamp(Math.max(x0, x1), 0, width);
        int start = row * (width + 2);
        if (right == left) {
            add(start, (int) left, left - (int) left, rise);
            return;
        }
        for (int column = (int) left; column < right; column++) {
            double from = Math.max(left, column);
            double to = Math.min(right, column + 1.0);
            add(start, column, (from + to) / 2 - column, rise * (to - from) / (right - left));
        }
    }

    /** All pixels right of it are covered by {@code rise} more, the one in which it stands by what lies right of it. */
    private void add(int start, int column, double within, double rise) {
        steps[start + column] += rise * (1 - within);
        steps[start + column + 1] += rise * within;
    }

    private void blend(int at, int colour, int share) {
        int rest = 255 - share;
        for (int i = 0; i < 3; i++) {
            int shade = (colour >> (16 - 8 * i)) & 255;
            channels[at + i] = (shade * share + channels[at + i] * rest + 127) / 255;
        }
        channels[at + 3] = (255 * share + channels[at + 3] * rest + 127) / 255;
    }

    /** Opacity, red, green and blue of a pixel, the colours not weighed by the opacity. */
    int argb(int x, int y) {
        int at = 4 * (y * width + x);
        int opacity = channels[at + 3];
        int colour = 0;
        for (int c = 0; c < 3; c++) {
            int shade = opacity == 0 ? 0 : Math.min(255, (channels[at + c] * 255 + opacity / 2) / opacity);
            colour = (colour << 8) | shade;
        }
        return (opacity << 24) | colour;
    }
}
