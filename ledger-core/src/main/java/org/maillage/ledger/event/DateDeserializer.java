package org.maillage.ledger.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;

/** Reads a date by its digits where it has the form in which dates are written, and as Jackson does otherwise. */
final class DateDeserializer extends LocalDateDeserializer {

    DateDeserializer() {}

    private DateDeserializer(DateDeserializer of, JsonFormat.Shape shape) {
        super(of, shape);
    }

    /** Jackson asks for it with each component. */
    @Override
    protected DateDeserializer withShape(JsonFormat.Shape shape) {
        return new DateDeserializer(this, shape);
    }

    @Override
    protected LocalDate _fromString(JsonParser json, DeserializationContext context, String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int day = digits(text, 8, 10);
            // On from the 29th the month decides, which is left to Jackson, as is its message.
            if (year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28) {
                return LocalDate.of(year, month, day);
            }
        }
        return super._fromString(json, context, text);
    }

    /** The number that stands there; less than zero where something else does. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
