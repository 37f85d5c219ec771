package org.maillage.projection.contribution;

import org.maillage.ledger.value.Quantity;

/** A quantity as a column keeps it: session, preparation and travel minutes, units, separated by spaces. */
final class QuantityText {

    private QuantityText() {}

    static String write(Quantity quantity) {
        return quantity.session() + " " + quantity.preparation() + " " + quantity.travel() + " " + quantity.units();
    }

    static Quantity read(String text) {
        int session = text.indexOf(' ');
        int preparation = text.indexOf(' ', session + 1);
        int travel = text.indexOf(' ', preparation + 1);
        return new Quantity(
                Integer.parseInt(text, 0, session, 10),
                Integer.parseInt(text, session + 1, preparation, 10),
                Integer.parseInt(text, preparation + 1, travel, 10),
                Integer.parseInt(text, travel + 1, text.length(), 10));
    }
}
