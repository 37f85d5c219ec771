package org.maillage.badge.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When badges are asked about (rule 15).
 *
 * @param until what was recorded before this counts
 * @param day the civil day in the network's zone, on which windows end and by which badges expire
 */
public record Moment(Instant until, LocalDate day) {

    static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Everything that is recorded so far, today. */
    public static Moment now(Clock clock, ZoneId zone) {
        return new Moment(FOREVER, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** What was recorded by the end of a day; today and later days mean now. */
    public static Moment asOf(LocalDate day, Clock clock, ZoneId zone) {
        var now = now(clock, zone);
        return day.isBefore(now.day())
                ? new Moment(day.plusDays(1).atStartOfDay(zone).toInstant(), day)
                : now;
    }
}
