package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * The day as of which a page is read.
 *
 * @param typed what was typed; empty for nothing
 * @param past the day that was asked for, before today; null for now, also where what was typed is no such day
 * @param error key of the message that says what is wrong with it; null where nothing is
 */
public record AskedDay(
        String typed, @Nullable LocalDate past, @Nullable String error) {

    /** Reads what was typed; blank for now. */
    public static AskedDay of(String typed, LocalDate today) {
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
    public LocalDate or(LocalDate today) {
        return past == null ? today : past;
    }

    /** What is wrong with it, and that the page shows today instead; null where nothing is. */
    public @Nullable String fault(Words words, Locale locale) {
        return error == null ? null : words.say(error, locale) + " " + words.say("credits.date.today", locale);
    }

    /** Gives a page the day, and what is wrong with it. */
    public void show(Model model, Words words, Locale locale, HttpServletResponse response) {
        var fault = fault(words, locale);
        if (fault != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("date", past);
        model.addAttribute("typedDate", typed);
        model.addAttribute("errors", fault == null ? Map.of() : Map.of("date", fault));
    }
}
