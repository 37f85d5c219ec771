package org.maillage.projection.figures;

import org.maillage.ledger.value.Mailles;

/**
 * The two sides of rule 10.
 *
 * @param balances what all accounts together have available
 */
public record Conservation(Mailles issued, Mailles reversed, Mailles balances) {

    /** Whether they are equal. */
    public boolean holds() {
        return issued.minus(reversed).equals(balances);
    }
}
