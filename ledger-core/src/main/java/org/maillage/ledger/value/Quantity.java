package org.maillage.ledger.value;

/**
 * One contributor's own full quantity in a claim, never divided (rule 1): times, or units, as the kind's measure asks.
 *
 * @param session minutes with people, 0 to 1,440
 * @param preparation minutes of preparation, 0 to 1,440; counts like session (rule 5)
 * @param travel minutes of travel, 0 to 1,440; recorded, never credited (rule 5)
 * @param units 0 for a TIME kind; 1 to 1,000,000 for a COUNT kind
 */
public record Quantity(int session, int preparation, int travel, int units) {

    private static final int DAY = 24 * 60;

    public Quantity {
        if (Math.min(Math.min(session, preparation), Math.min(travel, units)) < 0) {
            throw new IllegalArgumentException("a quantity is never negative");
        }
        if (session > DAY || preparation > DAY || travel > DAY) {
            throw new IllegalArgumentException("a day has 24 hours");
        }
        if (units > 1_000_000) {
            throw new IllegalArgumentException("a share has at most 1,000,000 units");
        }
    }

    /** So many minutes of session. */
    public static Quantity minutes(int session) {
        return new Quantity(session, 0, 0, 0);
    }

    /** So many units. */
    public static Quantity units(int units) {
        return new Quantity(0, 0, 0, units);
    }

    /** Minutes that are credited: session and preparation. */
    public int creditedMinutes() {
        return session + preparation;
    }

    /** What the measure credits: minutes of session and preparation, or units. */
    public int credited(Measure measure) {
        return switch (measure) {
            case TIME -> creditedMinutes();
            case COUNT -> units;
        };
    }

    /** Whether it is a quantity of this measure: something credited, and nothing of the other measure. */
    public boolean fits(Measure measure) {
        return switch (measure) {
            case TIME -> creditedMinutes() > 0 && units == 0;
            case COUNT -> units > 0 && session == 0 && preparation == 0;
        };
    }

    /** Whether every part is at most the other's. */
    public boolean atMost(Quantity other) {
        return session <= other.session
                && preparation <= other.preparation
                && travel <= other.travel
                && units <= other.units;
    }
}
