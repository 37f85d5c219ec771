package org.maillage.web.imports.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Moments as days of a zone. */
final class Moments {

    private Moments() {}

    static LocalDate day(@Nullable String moment, ZoneId zone, String field) {
        try {
            return LocalDate.ofInstant(Instant.parse(moment == null ? "" : moment), zone);
        } catch (DateTimeException unreadable) {
            throw new LineRefused(Problem.DAY_UNREADABLE, field);
        }
    }
}
