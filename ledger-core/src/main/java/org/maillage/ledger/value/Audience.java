package org.maillage.ledger.value;

import java.util.Map;

/**
 * How many people were present, by closed kinds; a person may count in several kinds.
 *
 * @param counts people by kind, each from 1 to 100,000; empty where nobody was counted
 * @param estimated whether the counts are estimates
 */
public record Audience(Map<AudienceKind, Integer> counts, boolean estimated) {

    /** Nobody counted. */
    public static final Audience NONE = new Audience(Map.of(), false);

    public Audience {
        counts = Map.copyOf(counts);
        if (counts.values().stream().anyMatch(n -> n < 1 || n > 100_000)) {
            throw new IllegalArgumentException("an audience counts 1 to 100,000 people of a kind");
        }
    }
}
