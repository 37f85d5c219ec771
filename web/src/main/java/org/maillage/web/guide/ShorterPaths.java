package org.maillage.web.guide;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the polygons of a drawing anew, each point from the one before and to a tenth: half as long, and alike wherever
 * the same stitch is drawn again. What is no polygon of whole points stays as it is.
 */
final class ShorterPaths {

    private static final Pattern POLYGONS = Pattern.compile("d=\"([MLZ0-9.,-]+)\"");
    private static final Pattern STEP = Pattern.compile("Z|([ML])(-?[0-9.]+),(-?[0-9.]+)");

    private final StringBuilder path = new StringBuilder();
    private long startX;
    private long startY;
    private long atX;
    private long atY;

    private ShorterPaths() {}

    static String of(String drawing) {
        return POLYGONS.matcher(drawing)
                .replaceAll(found -> "d=\"" + new ShorterPaths().rewritten(found.group(1)) + "\"");
    }

    private String rewritten(String polygons) {
        STEP.matcher(polygons).results().forEach(this::step);
        return path.toString();
    }

    private void step(MatchResult step) {
        if (step.group().equals("Z")) {
            path.append('z');
            atX = startX;
            atY = startY;
            return;
        }
        long x = tenths(step.group(2));
        long y = tenths(step.group(3));
        var first = step.group(1).equals("M");
        if (first) {
            path.append('m');
            startX = x;
            startY = y;
        }
        append(x - atX, first);
        append(y - atY, false);
        atX = x;
        atY = y;
    }

    private static long tenths(String number) {
        return Math.round(Double.parseDouble(number) * 10);
    }

    private void append(long tenths, boolean afterLetter) {
        if (tenths < 0) {
            path.append('-');
        } else if (!afterLetter) {
            path.append(' ');
        }
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        if (whole > 0 || rest == 0) {
            path.append(whole);
        }
        if (rest > 0) {
            path.append('.').append(rest);
        }
    }
}
