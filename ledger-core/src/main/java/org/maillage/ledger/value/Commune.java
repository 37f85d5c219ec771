package org.maillage.ledger.value;

/**
 * A commune as the code of one year names it, since communes merge and split.
 *
 * @param code its code in that year
 * @param year the year of the official geographic code, from 1943
 */
public record Commune(InseeCode code, int year) {

    public Commune {
        if (year < 1943 || year > 9999) {
            throw new IllegalArgumentException("the official geographic code starts in 1943");
        }
    }
}
