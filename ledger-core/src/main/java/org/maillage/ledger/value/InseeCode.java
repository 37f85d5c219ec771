package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The official code of a French commune (INSEE, code officiel géographique).
 *
 * @param value five characters: two digits or 2A or 2B, then three digits
 */
public record InseeCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("(\\d{2}|2[AB])\\d{3}");

    // Corsica was 20 until 1975, and no département is 96: the invented communes of the demonstration are there.
    private static final Pattern OF_A_DEPARTEMENT =
            Pattern.compile("(0[1-9]|[1-8]\\d|9[0-6]|2[AB])(?!000)\\d{3}|(97[1-8]|98[4-9])(?!00)\\d{2}");

    @JsonCreator
    public InseeCode {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed("an INSEE code has five characters, such as 51108 or 2A004");
        }
    }

    /** Whether communes of a département, or of what is one overseas, are numbered so; events hold what was once taken. */
    public boolean isOfADepartement() {
        return OF_A_DEPARTEMENT.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
