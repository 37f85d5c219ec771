package org.maillage.projection.queue;

/** Why an item deserves a closer look; an item may have several reasons. */
public enum LookCloser {
    /** somebody cited has not answered */
    SHARE_NOT_CONFIRMED,
    /** somebody cited says that they took no part */
    SHARE_DENIED,
    /** above 12 h of one member on one day, over all of their standing claims (rule 12) */
    LONG_DAY,
    /** the same member, kind and evidence in another standing claim (rule 12) */
    POSSIBLE_DUPLICATE,
    /** times of one member overlap with another standing claim (rule 12) */
    OVERLAPPING_TIMES,
    /** a contributor names a member as helped who names them back in another standing claim within 30 days */
    RECIPROCAL,
    /** whoever claimed it claimed anew what it should have said: two of one thing wait (rule 2) */
    REPLACED,
    /** a declined claim was appealed: another coordinator decides */
    APPEAL_WAITING
}
