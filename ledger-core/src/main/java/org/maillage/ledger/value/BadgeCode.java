package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The public code of one award, read aloud and typed by people: shown in two halves, such as {@code 7KQ4-M2XD}.
 *
 * @param value 8 symbols of digits and capitals without 0, 1, I, L, O and U
 */
public record BadgeCode(@JsonValue String value) {

    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + SYMBOLS + "]{" + LENGTH + "}");

    @JsonCreator
    public BadgeCode {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed("a badge's code has 8 letters and digits, without 0, 1, I, L, O and U");
        }
    }

    /** A code as somebody typed it: in either case, with or without its hyphen or blanks. @throws Malformed if it is none */
    public static BadgeCode typed(String text) {
        return new BadgeCode(text.replaceAll("[\\s‐-―-]", "").toUpperCase(Locale.ROOT));
    }

    /** A code drawn at random; whether it is free is for the journal to say. */
    public static BadgeCode drawn(RandomGenerator random) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return new BadgeCode(code.toString());
    }

    /** As people read it, in two halves. */
    public String shown() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    /** A UUID that follows from the code, for the name of its stream. */
    UUID asUuid() {
        return UUID.nameUUIDFromBytes(("badge-code:" + value).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return value;
    }
}
