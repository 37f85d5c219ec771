package org.maillage.web.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.AsOf;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.problem.ApiProblem;
import org.springframework.stereotype.Component;

/** Reads the parameters that many endpoints share. */
@Component
final class ApiParams {

    /** Items on a page where nothing else is asked. */
    static final String DEFAULT_LIMIT = "50";

    private static final int MOST = 200;

    private final Clock clock;

    ApiParams(Clock clock) {
        this.clock = clock;
    }

    /**
     * A date of recording, {@link AsOf#NOW} where none is given; never in the future, nor before the year 1900.
     *
     * @param zone of the network that is read (rule 15)
     */
    LocalDate asOf(@Nullable String text, ZoneId zone) {
        return text == null ? AsOf.NOW : day("asOf", text, today(zone));
    }

    /**
     * The last contribution day of a window: today where none is given.
     *
     * @param zone of the network that is read
     */
    LocalDate through(@Nullable String text, ZoneId zone) {
        return text == null ? today(zone) : day("through", text, today(zone));
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    int limit(int limit) {
        if (limit < 1) {
            throw ApiProblem.invalid(FieldFault.parameter("limit", "too-small", 1));
        }
        if (limit > MOST) {
            throw ApiProblem.invalid(FieldFault.parameter("limit", "too-large", MOST));
        }
        return limit;
    }

    /** A text to search for; null for none. */
    @Nullable
    String text(String name, @Nullable String text) {
        if (text != null && text.length() > 120) {
            throw ApiProblem.invalid(FieldFault.parameter(name, "too-long", 120));
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate day(String name, String text, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw ApiProblem.invalid(FieldFault.parameter(name, "date"));
        }
        if (day.getYear() < 1900) {
            throw ApiProblem.invalid(FieldFault.parameter(name, "date-out-of-range"));
        }
        if (day.isAfter(today)) {
            throw ApiProblem.invalid(FieldFault.parameter(name, "in-the-future"));
        }
        return day;
    }
}
