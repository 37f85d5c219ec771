package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One piece of evidence of a claim: a link or a sealed file.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record EvidenceId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public EvidenceId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static EvidenceId of(String text) {
        return new EvidenceId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static EvidenceId next() {
        return new EvidenceId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
