package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * A place where mediation happens.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record PlaceId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public PlaceId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static PlaceId of(String text) {
        return new PlaceId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static PlaceId next() {
        return new PlaceId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
