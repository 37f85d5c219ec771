package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The code of a kind of contribution within a network, such as {@code workshop-led}.
 *
 * @param value 2 to 40 characters of a-z, 0-9 and -, first a letter
 */
public record KindCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    @JsonCreator
    public KindCode {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed("a kind's code has 2 to 40 characters of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
