package org.maillage.web.drawing;

/** The three steps of a badge, told apart by how many of its rounds are knitted. */
public enum BadgeStep {
    FIRST_STEPS(1),
    PRACTICE(2),
    TRANSMISSION(3);

    private final int rounds;

    BadgeStep(int rounds) {
        this.rounds = rounds;
    }

    int rounds() {
        return rounds;
    }
}
