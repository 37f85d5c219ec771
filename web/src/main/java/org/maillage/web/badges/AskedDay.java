package org.maillage.web.badges;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.web.frame.CivilDay;
import org.springframework.ui.Model;

/**
 * The day on which badges are read.
 *
 * @param typed what was typed; empty for nothing
 * @param past the day that was asked for, before today; null for now
 * @param error key of the message that says what is wrong with it; null where nothing is
 */
record AskedDay(
        String typed, @Nullable LocalDate past, @Nullable String error) {

    static AskedDay of(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return new AskedDay("", null, null);
        }
        try {
            var day = CivilDay.of(typed.strip());
            return day.isAfter(today)
                    ? new AskedDay(typed, null, "credits.date.future")
                    : new AskedDay(typed, day.equals(today) ? null : day, null);
        } catch (DateTimeException _) {
            return new AskedDay(typed, null, "credits.date.invalid");
        }
    }

    /** The day asked about; today where none was. */
    LocalDate or(LocalDate today) {
        return past == null ? today : past;
    }

    /** Gives a page the day, and what is wrong with it. */
    void show(Model model, String sentence) {
        model.addAttribute("date", past);
        model.addAttribute("typedDate", typed);
        model.addAttribute("errors", error == null ? Map.of() : Map.of("date", sentence));
    }
}
