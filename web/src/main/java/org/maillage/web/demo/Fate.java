package org.maillage.web.demo;

/** What becomes of a claim, if the story lasts long enough; an earlier end leaves it open. */
enum Fate {
    VALIDATED(840),
    /** asked about, answered, validated */
    CLARIFIED(60),
    /** one share is accepted for less */
    VALIDATED_FOR_LESS(25),
    /** validated, taken back within minutes, validated for less */
    UNDONE(10),
    DECLINED(18),
    APPEALED_AND_VALIDATED(6),
    APPEALED_AND_DECLINED(3),
    WITHDRAWN(14),
    REVERSED(7),
    /** reversed, because a corrected claim replaces it */
    REPLACED(5),
    /** asked about, and nobody answered */
    UNANSWERED(2),
    /** nobody came to decide it yet */
    WAITING(4),
    /** appealed, and the second opinion is still to come */
    APPEALED(2);

    private final int weight;

    Fate(int weight) {
        this.weight = weight;
    }

    /** How often, against the others. */
    int weight() {
        return weight;
    }
}
