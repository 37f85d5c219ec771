package org.maillage.web.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.maillage.ledger.value.MemberId;

/** On which days people contribute, and how much of each day they have given already. */
final class DayBook {

    /** Nobody is made to say more in a day, but for those who say that it was a long one. */
    private static final int FULL_DAY = 9 * 60;

    private record Entry(MemberId member, LocalDate day) {}

    private final Milestones days;
    private final Map<Entry, Integer> minutes = new HashMap<>();

    DayBook(Milestones days) {
        this.days = days;
    }

    /** A day of the story: mostly weekdays, fewer in August and at the year's end. */
    LocalDate day(Dice dice) {
        var first = days.start().plusDays(5);
        var span = (int) ChronoUnit.DAYS.between(first, days.last());
        while (true) {
            var day = first.plusDays(dice.between(0, span));
            if (!dice.percent(rest(day))) {
                return day;
            }
        }
    }

    private static int rest(LocalDate day) {
        var festive = day.getMonthValue() == 12 && day.getDayOfMonth() > 22;
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || festive) {
            return 85;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return 50;
        }
        return day.getMonthValue() == 8 ? 55 : 0;
    }

    /** Enters minutes on somebody's day. @return whether there was room */
    boolean takes(Participant who, LocalDate day, int more) {
        var entry = new Entry(who.member(), day);
        var before = minutes.getOrDefault(entry, 0);
        if (before + more > FULL_DAY) {
            return false;
        }
        minutes.put(entry, before + more);
        return true;
    }

    /** Enters a whole day. @return whether it was free */
    boolean takesWholly(Participant who, LocalDate day) {
        return minutes.putIfAbsent(new Entry(who.member(), day), 24 * 60) == null;
    }
}
