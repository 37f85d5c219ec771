package org.maillage.web.network;

import java.util.regex.Pattern;

/** Numbers with at most two decimals as people type them, with a comma or a point. */
final class Decimals {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})(?:[.,]([0-9]{1,2}))?");

    private Decimals() {}

    /**
     * Hundredths of what was typed; nothing typed is zero.
     *
     * @throws IllegalArgumentException where it is no such number
     */
    static long hundredths(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return 0;
        }
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("no number with two decimals");
        }
        var decimals = found.group(2) == null ? "" : found.group(2);
        return Long.parseLong(found.group(1)) * 100 + Long.parseLong((decimals + "00").substring(0, 2));
    }

    /** As it would be typed: «2», «2,5», «0,25». */
    static String typed(long hundredths) {
        long whole = hundredths / 100;
        long rest = hundredths % 100;
        if (rest == 0) {
            return Long.toString(whole);
        }
        return whole + "," + (rest % 10 == 0 ? Long.toString(rest / 10) : "%02d".formatted(rest));
    }
}
