package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * A gathering: workshop, café, training or meeting.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record GatheringId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public GatheringId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static GatheringId of(String text) {
        return new GatheringId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static GatheringId next() {
        return new GatheringId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
