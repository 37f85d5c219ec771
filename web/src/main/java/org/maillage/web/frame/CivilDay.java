package org.maillage.web.frame;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A civil day as a page asks for it: one that the ledger and its database can hold. */
public final class CivilDay {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");

    private CivilDay() {}

    /** Reads {@code yyyy-MM-dd}, or {@code dd/MM/yyyy} as people write it. @throws java.time.DateTimeException where it is no day of the years 1900 to 9999 */
    public static LocalDate of(String text) {
        var written = WRITTEN.matcher(text.strip());
        var day = written.matches()
                ? LocalDate.of(number(written, 3), number(written, 2), number(written, 1))
                : LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new java.time.DateTimeException("out of range");
        }
        return day;
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
