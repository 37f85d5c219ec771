package org.maillage.badge.image;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What all drawings write alike: numbers, points and text. */
public final class Svg {

    public static final String NAMESPACE = "xmlns=\"http://www.w3.org/2000/svg\"";

    private Svg() {}

    /**
     * A coordinate with at most two decimals and a point, whatever the locale. The exact value of the double is rounded,
     * half away from zero, so that a drawing never depends on how a platform prints numbers.
     */
    public static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * The point at {@code radius} and {@code angle} around a centre, as "x,y".
     *
     * @param angle radians, clockwise from noon
     */
    public static String point(double radius, double angle, double centre) {
        // StrictMath: Math may take the processor's own sine, whose last bit differs between machines.
        return number(centre + radius * StrictMath.sin(angle)) + "," + number(centre - radius * StrictMath.cos(angle));
    }

    /** Text made safe between tags and in attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Attributes and title of a drawing that says something; the description may be empty. */
    public static String titled(String attributes, String title, String description, String drawing) {
        var described = description.isEmpty() ? "" : "<desc>" + escape(description) + "</desc>";
        return "<svg " + attributes + " role=\"img\"><title>" + escape(title) + "</title>" + described + drawing
                + "</svg>";
    }

    /** A drawing beside which its meaning stands in words already: readers of the page aloud pass over it. */
    public static String decoration(String attributes, String drawing) {
        return "<svg " + attributes + " aria-hidden=\"true\">" + drawing + "</svg>";
    }
}
