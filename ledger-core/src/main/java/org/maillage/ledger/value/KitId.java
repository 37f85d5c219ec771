package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * A kit of the equipment pool.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record KitId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public KitId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static KitId of(String text) {
        return new KitId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static KitId next() {
        return new KitId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
