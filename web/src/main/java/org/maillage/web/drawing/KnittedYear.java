package org.maillage.web.drawing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maillage.badge.image.RoleShape;
import org.maillage.badge.image.Svg;
import org.maillage.ledger.value.Role;

/**
 * A person's days of contribution, knitted: one stitch a day, one column a week, in the colour of the day's role. It is a
 * decoration: the page gives the same days as a list.
 */
public final class KnittedYear {

    private static final int WIDTH = 12;
    private static final double ROW = WIDTH * .8;

    private KnittedYear() {}

    /**
     * The days from {@code first} through {@code last}, both included.
     *
     * @param first where the first column starts: a Monday, for columns that are weeks of the calendar
     * @param days the role of each day with a contribution; other days are drawn empty
     * @throws IllegalArgumentException if {@code last} lies before {@code first}
     */
    public static String decoration(LocalDate first, LocalDate last, Map<LocalDate, Role> days) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day " + last + " lies before the first " + first);
        }
        var count = Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
        var byColour = new LinkedHashMap<String, StringBuilder>();
        for (var i = 0; i < count; i++) {
            var role = days.get(first.plusDays(i));
            var colour = role == null ? "e-vide" : RoleShape.of(role).dye().cssClass();
            byColour.computeIfAbsent(colour, _ -> new StringBuilder())
                    .append(Stitch.path(i / 7 * (WIDTH + 1), i % 7 * ROW, WIDTH));
        }
        var drawing = new StringBuilder();
        byColour.forEach((colour, path) -> drawing.append("<path class=\"" + colour + "\" d=\"" + path + "\"/>"));
        var weeks = (count + 6) / 7;
        var box = "-1 -1 " + (weeks * (WIDTH + 1) + 2) + " " + Svg.number(7 * ROW + WIDTH * .3 + 2);
        return Svg.decoration("class=\"echantillon\" viewBox=\"" + box + "\"", drawing.toString());
    }
}
