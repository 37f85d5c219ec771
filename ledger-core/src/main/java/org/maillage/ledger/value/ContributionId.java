package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One claim, with all of its shares.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record ContributionId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public ContributionId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static ContributionId of(String text) {
        return new ContributionId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static ContributionId next() {
        return new ContributionId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
