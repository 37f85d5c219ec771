package org.maillage.ledger.decision;

import static org.maillage.ledger.Refused.when;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;

/** What a text that somebody typed must be before it enters the ledger. */
public final class Texts {

    private Texts() {}

    /** A text that must be there. @return it without blanks around */
    public static String required(@Nullable String text, int most) {
        var clean = optional(text, most);
        when(clean == null, Reason.TEXT_MISSING);
        return java.util.Objects.requireNonNull(clean);
    }

    /** A text that may be missing. @return it without blanks around, or null where nothing is left */
    public static @Nullable String optional(@Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var clean = text.strip();
        when(clean.length() > most, Reason.TEXT_TOO_LONG);
        when(!clean.codePoints().allMatch(Texts::readable), Reason.TEXT_UNREADABLE);
        return clean;
    }

    /** Neither a control (line breaks and tabs apart), nor half a character, nor an override of reading direction. */
    private static boolean readable(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return true;
        }
        var type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069);
    }
}
