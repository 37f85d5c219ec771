package org.maillage.web.api.json;

import java.math.BigDecimal;
import org.maillage.ledger.value.Mailles;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an amount twice, exactly: {@code {"hundredths": 450, "mailles": "4.50"}}. Requests say hundredths, as a whole
 * number; no amount is ever a fraction in binary.
 */
final class WrittenAmount extends StdSerializer<Mailles> {

    WrittenAmount() {
        super(Mailles.class);
    }

    @Override
    public void serialize(Mailles amount, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeNumberProperty("hundredths", amount.hundredths());
        json.writeStringProperty("mailles", text(amount));
        json.writeEndObject();
    }

    static String text(Mailles amount) {
        return BigDecimal.valueOf(amount.hundredths(), 2).toPlainString();
    }
}
