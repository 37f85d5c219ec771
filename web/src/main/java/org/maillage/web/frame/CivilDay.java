package org.maillage.web.frame;

import java.time.LocalDate;

/** A civil day as a page asks for it: one that the ledger and its database can hold. */
public final class CivilDay {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private CivilDay() {}

    /** Reads {@code yyyy-MM-dd}. @throws java.time.DateTimeException where it is no day of the years 1900 to 9999 */
    public static LocalDate of(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new java.time.DateTimeException("out of range");
        }
        return day;
    }
}
