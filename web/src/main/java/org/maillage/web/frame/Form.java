package org.maillage.web.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.decision.Texts;

/** Reads what somebody typed into a form, keeping for each field the sentence that says what is wrong with it. */
public final class Form {

    private final Map<String, String> errors = new LinkedHashMap<>();

    /** Reads a field; null, and a sentence kept, where its text is not of the form asked for. */
    public <T> @Nullable T read(String field, Reading<T> reading, String error) {
        try {
            return reading.read();
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException _) {
            errors.put(field, error);
            return null;
        }
    }

    /**
     * Reads a text that must be there.
     *
     * @param most characters that it may have
     * @param said the sentence about each reason for which it cannot be taken
     * @return it without blanks around; empty where a sentence was kept
     */
    public String text(String field, @Nullable String typed, int most, Function<Reason, String> said) {
        try {
            return Texts.required(typed == null ? null : typed.replace("\r\n", "\n"), most);
        } catch (Refused refused) {
            errors.put(field, said.apply(refused.reason()));
            return "";
        }
    }

    /** Keeps a sentence about a field. */
    public void fault(String field, String error) {
        errors.put(field, error);
    }

    /** Sentences by field, in the order in which they were found. */
    public Map<String, String> errors() {
        return errors;
    }

    /**
     * Reads a whole number from zero on, written in the digits 0 to 9 alone; an empty field is zero.
     *
     * @throws IllegalArgumentException if it is written otherwise or is too large
     */
    public static int whole(String typed) {
        if (!typed.matches("[0-9]*")) {
            throw new IllegalArgumentException("no whole number: " + typed);
        }
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    /** Whether every field was read. */
    public boolean isRead() {
        return errors.isEmpty();
    }

    /** Makes a value from text. @throws IllegalArgumentException if it cannot */
    @FunctionalInterface
    public interface Reading<T> {
        T read();
    }
}
