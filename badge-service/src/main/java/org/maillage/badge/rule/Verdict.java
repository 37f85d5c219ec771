package org.maillage.badge.rule;

import java.util.List;

/** What a rule says of a member. */
public sealed interface Verdict {

    /**
     * The rule is met.
     *
     * @param shares those that meet it, the earliest that do, by day: the rule is met by them alone
     */
    record Met(List<CountedShare> shares) implements Verdict {
        public Met {
            shares = List.copyOf(shares);
        }
    }

    /** The rule is not met. */
    record Missing(Lack lack) implements Verdict {}

    default boolean isMet() {
        return this instanceof Met;
    }
}
