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

    @JsonCreator
    public InseeCode {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed("an INSEE code has five characters, such as 51108 or 2A004");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
