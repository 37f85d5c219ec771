package org.maillage.badge.image;

import java.util.Locale;

/** The eight dyes of the roles and the green of all together, named after their plants, with the fixed colours of a badge: an image does not follow the reader's theme. */
public enum Dye {
    GARANCE("#d13b36", "#7c1512", "#fce5e2"),
    GAUDE("#f4bb1f", "#6a4a00", "#fff1c7"),
    ORSEILLE("#8a47a6", "#451a5c", "#f2e4f7"),
    PASTEL("#3c7fc9", "#0f3764", "#e0edfb"),
    INDIGO("#323f99", "#171e57", "#e4e7fa"),
    COCHENILLE("#d63f86", "#74103f", "#fce3ef"),
    NERPRUN("#4f8f35", "#1f4410", "#e5f3dc"),
    NOYER("#96603d", "#4c2811", "#f4e7dc"),
    VERDET("#2f8f74", "#0b3b31", "#dff3ea");

    private final String flat;
    private final String dark;
    private final String light;

    Dye(String flat, String dark, String light) {
        this.flat = flat;
        this.dark = dark;
        this.light = light;
    }

    /** Its colours in a badge. */
    Shades shades() {
        return new Shades(flat, dark, light);
    }

    /** The class that fills with this dye in pages, by day and by night. */
    public String cssClass() {
        return "f-" + name().toLowerCase(Locale.ROOT);
    }

    /** Three colours of one drawing, as #rrggbb. */
    record Shades(String flat, String dark, String light) {
        static final Shades REVOKED = new Shades("#8a9691", "#3f4b46", "#e9eeeb");
    }
}
