package org.maillage.projection.contribution;

import java.util.Set;
import org.maillage.ledger.value.KindCode;

/**
 * Which of somebody's claims are asked for.
 *
 * @param states empty for all
 * @param kinds of a share of theirs, or of any share of a claim that they made; empty for all
 */
public record TimelineFilter(Set<State> states, Set<KindCode> kinds) {

    /** All of them. */
    public static final TimelineFilter ALL = new TimelineFilter(Set.of(), Set.of());

    public TimelineFilter {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
    }
}
