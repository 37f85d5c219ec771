package org.maillage.ledger.value;

/** The three steps of a badge, none of them a rank: each says how far a practice has been carried. */
public enum BadgeStep {
    /** premiers pas */
    FIRST_STEPS(1),
    /** pratique suivie */
    PRACTICE(2),
    /** transmission */
    TRANSMISSION(3);

    private final int rounds;

    BadgeStep(int rounds) {
        this.rounds = rounds;
    }

    /** How many of the three rounds of the badge's image are knitted. */
    public int rounds() {
        return rounds;
    }
}
