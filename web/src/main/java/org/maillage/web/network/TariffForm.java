package org.maillage.web.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.network.Tariff;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;

/** A tariff version as a form says it: for each kind rate, daily cap and role weights, and what holds for all. */
final class TariffForm {

    private static final long MOST = 1_000_000;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int MOST_UNITS = 1_000_000;
    private static final int LONGEST_NOTE = 1_000;

    private TariffForm() {}

    /** The values of a form that starts from a version. */
    static Map<String, String> valuesOf(Tariff tariff, List<Kind> kinds, LocalDate effective) {
        var values = new LinkedHashMap<String, String>();
        values.put("effective", effective.toString());
        values.put("version", Integer.toString(tariff.version() + 1));
        values.put("fund", Boolean.toString(tariff.paidTimeToFund()));
        long floor = tariff.floor().hundredths();
        values.put("floor", (floor < 0 ? "-" : "") + Decimals.typed(Math.abs(floor)));
        for (var kind : kinds) {
            tariff.line(kind.code()).ifPresent(line -> show(kind, line, values));
        }
        return values;
    }

    private static void show(Kind kind, TariffLine line, Map<String, String> values) {
        values.put("rate-" + kind.code(), Decimals.typed(line.rate()));
        Integer cap = line.dailyCap();
        if (cap != null) {
            values.put(
                    "cap-" + kind.code(),
                    kind.measure() == Measure.TIME ? Decimals.typed(Math.round(cap * 100 / 60.0)) : cap.toString());
        }
        Weights.show(line.weights(), kind.code().value(), values);
    }

    /**
     * Reads a form; null, with sentences beside its fields, where it cannot be read.
     *
     * @param today in the network: no version rules days before its adoption (rule 4)
     */
    static @Nullable Tariff read(
            Map<String, String> typed, List<Kind> kinds, LocalDate today, Form form, Words words, Locale locale) {
        var version = form.read(
                "version",
                () -> Form.whole(typed.getOrDefault("version", "")),
                words.say("tariff.version.unreadable", locale));
        var effective = form.read(
                "effective",
                () -> CivilDay.of(typed.getOrDefault("effective", "")),
                words.say("tariff.effective.unreadable", locale));
        if (effective != null && effective.isBefore(today)) {
            form.fault("effective", words.say("tariff.effective.past", locale, words.day(today, locale)));
        }
        var floor = form.read(
                "floor", () -> floor(typed.getOrDefault("floor", "")), words.say("tariff.floor.unreadable", locale));
        var note = typed.getOrDefault("note", "").strip();
        if (note.length() > LONGEST_NOTE) {
            form.fault("note", words.say("tariff.note.long", locale, LONGEST_NOTE, note.length()));
        }
        var lines = new ArrayList<TariffLine>();
        for (var kind : kinds) {
            var line = line(typed, kind, form, words, locale);
            if (line != null) {
                lines.add(line);
            }
        }
        if (!form.isRead()) {
            return null;
        }
        return new Tariff(
                Objects.requireNonNull(version),
                Objects.requireNonNull(effective),
                today,
                null,
                typed.getOrDefault("fund", "").equals("true"),
                Objects.requireNonNull(floor),
                note,
                lines);
    }

    private static @Nullable TariffLine line(
            Map<String, String> typed, Kind kind, Form form, Words words, Locale locale) {
        var code = kind.code();
        var name = kind.label();
        var rate = form.read(
                "rate-" + code,
                () -> rate(typed.getOrDefault("rate-" + code, "")),
                words.say("tariff.rate.unreadable", locale, name));
        var cap = form.read(
                "cap-" + code,
                () -> cap(typed.getOrDefault("cap-" + code, ""), kind.measure()),
                words.say("tariff.cap.unreadable", locale, name));
        var weights = Weights.read(typed, code.value(), name, form, words, locale);
        return rate == null || cap == null || weights == null
                ? null
                : new TariffLine(code, rate, cap == 0 ? null : cap, weights);
    }

    /** Hundredths of a maille per hour or unit. @throws IllegalArgumentException where it is no such rate */
    static Long rate(String typed) {
        if (typed.isBlank()) {
            throw new IllegalArgumentException("no rate");
        }
        long rate = Decimals.hundredths(typed);
        if (rate > MOST) {
            throw new IllegalArgumentException("too high a rate");
        }
        return rate;
    }

    /**
     * Most minutes, typed as hours, or units that are credited in a day; 0 for no cap.
     *
     * @throws IllegalArgumentException where it is no such number
     */
    static Integer cap(String typed, Measure measure) {
        return switch (measure) {
            case TIME -> minutes(Decimals.hundredths(typed));
            case COUNT -> units(Form.whole(typed.strip()));
        };
    }

    private static int minutes(long hundredthsOfAnHour) {
        long minutes = Math.round(hundredthsOfAnHour * 60 / 100.0);
        if (minutes > MINUTES_OF_A_DAY) {
            throw new IllegalArgumentException("longer than a day");
        }
        return (int) minutes;
    }

    private static int units(int units) {
        if (units > MOST_UNITS) {
            throw new IllegalArgumentException("too many");
        }
        return units;
    }

    private static Mailles floor(String typed) {
        var text = typed.strip();
        var below = text.startsWith("-") || text.startsWith("−");
        long hundredths = Decimals.hundredths(below ? text.substring(1) : text);
        return new Mailles(below ? -hundredths : hundredths);
    }
}
