package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of mailles, the ledger's credit unit.
 *
 * @param hundredths whole hundredths of a maille; may be negative where a reversal exceeds what is available
 */
public record Mailles(@JsonValue long hundredths) implements Comparable<Mailles> {

    /** Nothing. */
    public static final Mailles ZERO = new Mailles(0);

    @JsonCreator
    public Mailles {}

    /** So many whole mailles. @throws ArithmeticException beyond a long of hundredths */
    public static Mailles whole(long mailles) {
        return new Mailles(Math.multiplyExact(mailles, 100));
    }

    /** The sum. @throws ArithmeticException beyond a long of hundredths */
    public Mailles plus(Mailles other) {
        return new Mailles(Math.addExact(hundredths, other.hundredths));
    }

    /** The difference. @throws ArithmeticException beyond a long of hundredths */
    public Mailles minus(Mailles other) {
        return new Mailles(Math.subtractExact(hundredths, other.hundredths));
    }

    /** Whether it is below zero. */
    public boolean isNegative() {
        return hundredths < 0;
    }

    @Override
    public int compareTo(Mailles other) {
        return Long.compare(hundredths, other.hundredths);
    }
}
