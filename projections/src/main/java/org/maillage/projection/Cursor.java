package org.maillage.projection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ends, as an opaque text for whoever asks for the next one. */
public final class Cursor {

    /** Keeps the parts apart: no name that is stored holds it. */
    private static final String SEPARATOR = "\u0001";

    private Cursor() {}

    /** A cursor after these values. */
    public static String of(String... parts) {
        var text = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The values of a cursor; empty for a null one, {@link Malformed} where it is none of so many values. */
    public static Optional<List<String>> texts(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == parts && text.indexOf('\0') < 0) {
                return Optional.of(values);
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed(e);
        }
        throw new Malformed(null);
    }

    /** The number of a cursor; empty for a null one, {@link Malformed} where it holds none. */
    public static OptionalLong number(@Nullable String cursor) {
        var parts = texts(cursor, 1);
        return parts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(whole(parts.get().getFirst()));
    }

    /** A whole number within a cursor, {@link Malformed} where it is none. */
    public static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed(e);
        }
    }

    /** A UUID within a cursor, {@link Malformed} where it is none. */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed(e);
        }
    }

    /** A day within a cursor, {@link Malformed} where it is none. */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(e);
        }
    }

    /** Whoever asked sent a cursor that was never given out. */
    public static final class Malformed extends IllegalArgumentException {

        Malformed(@Nullable Throwable cause) {
            super("not a cursor", cause);
        }
    }
}
