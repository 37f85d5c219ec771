package org.maillage.badge.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;

/** What is missing for a badge, as data: screens say it in words. */
public sealed interface Lack {

    /**
     * One thing of which there is too little.
     *
     * @param what what is counted
     * @param wanted how much the rule asks for
     * @param had how much there is, less than wanted
     * @param among which contributions count
     * @param within the days that count; null for all
     */
    record Part(
            What what,
            long wanted,
            long had,
            Among among,
            @Nullable Window within) implements Lack {

        /** How much more it takes; at least 1. */
        public long missing() {
            return wanted - had;
        }
    }

    /** What a rule counts. */
    enum What {
        CONTRIBUTIONS,
        /** of session and preparation */
        MINUTES,
        /** of the calendar */
        MONTHS,
        /** who confirm */
        PEOPLE,
        PLACES,
        ROLES,
        /** who learned beside and attest it */
        COMPANIONS,
        ENDORSEMENTS,
        /** a coordinator's decision */
        DECISION
    }

    /** All of these are missing. */
    record All(List<Lack> lacks) implements Lack {
        public All {
            lacks = List.copyOf(lacks);
        }
    }

    /** One of these, whichever, would do. */
    record Any(List<Lack> lacks) implements Lack {
        public Any {
            lacks = List.copyOf(lacks);
        }
    }
}
