package org.maillage.web.credits;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.AsOf;
import org.maillage.projection.account.StatementFilter;
import org.maillage.projection.account.StatementLine.What;
import org.maillage.web.frame.AskedDay;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;

/**
 * What somebody asks of a statement, as they typed it.
 *
 * @param date the day at whose end the account is read; blank for now
 * @param genre which lines, by the code of a {@link Kind}; blank for all
 * @param du first day of recording; blank for the beginning
 * @param au last day of recording; blank for no end
 */
record Asked(String date, String genre, String du, String au) {

    Asked {
        date = Objects.requireNonNullElse(date, "").strip();
        genre = Objects.requireNonNullElse(genre, "").strip();
        du = Objects.requireNonNullElse(du, "").strip();
        au = Objects.requireNonNullElse(au, "").strip();
    }

    /** Kinds of lines that a reader can choose. */
    enum Kind {
        ALL(""),
        CONTRIBUTIONS("contributions"),
        RECEIVED("recues"),
        GIVEN("donnees");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        private Set<What> what() {
            return switch (this) {
                case ALL -> Set.of();
                case CONTRIBUTIONS -> EnumSet.of(What.ISSUED, What.ISSUE_REVERSED);
                case RECEIVED -> EnumSet.of(What.RECEIVED, What.GIVEN_BACK);
                case GIVEN -> EnumSet.of(What.GIVEN, What.TAKEN_BACK);
            };
        }

        /** The kind of a code. @throws IllegalArgumentException where it is none */
        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of line: " + code));
        }

        /** What a form offers: names by code, in order. */
        static Map<String, String> names(Words words, Locale locale) {
            var names = new LinkedHashMap<String, String>();
            for (var kind : values()) {
                names.put(kind.code, words.say("credits.filter." + kind, locale));
            }
            return names;
        }
    }

    /** Whether only some of the lines are asked for. */
    public boolean narrowed() {
        return !genre.isEmpty() || !du.isEmpty() || !au.isEmpty();
    }

    /** What is asked, read; what cannot be read is said beside its field and left out. */
    Read read(LocalDate today, Words words, Locale locale, Form form) {
        var asOf = AskedDay.of(date, today);
        var fault = asOf.fault(words, locale);
        if (fault != null) {
            form.fault("date", fault);
        }
        var from = day("du", du, words, locale, form);
        var to = day("au", au, words, locale, form);
        if (from != null && to != null && to.isBefore(from)) {
            form.fault("au", words.say("credits.filter.backwards", locale));
        }
        var kind = form.read("genre", () -> Kind.of(genre), words.say("credits.filter.unknown", locale));
        return new Read(asOf.past(), new StatementFilter(kind == null ? Set.of() : kind.what(), from, to));
    }

    private static @Nullable LocalDate day(String field, String typed, Words words, Locale locale, Form form) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return CivilDay.of(typed);
        } catch (DateTimeException _) {
            form.fault(field, words.say("credits.date.invalid", locale));
            return null;
        }
    }

    /** What is asked, read; {@code date} is null for now. */
    record Read(@Nullable LocalDate date, StatementFilter filter) {

        LocalDate asOf() {
            return date == null ? AsOf.NOW : date;
        }
    }
}
