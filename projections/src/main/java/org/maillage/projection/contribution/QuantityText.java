package org.maillage.projection.contribution;

import org.maillage.ledger.value.Quantity;

/** A quantity as a column keeps it: session, preparation and travel minutes, units, separated by spaces. */
final class QuantityText {

    private QuantityText() {}

    static String write(Quantity quantity) {
        return quantity.session() + " " + quantity.preparation() + " " + quantity.travel() + " " + quantity.units();
    }

    static Quantity read(String text) {
        var parts = text.split(" ", -1);
        return new Quantity(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
