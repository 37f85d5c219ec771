package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One gift between two accounts: the same on both of its events.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record TransferId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public TransferId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static TransferId of(String text) {
        return new TransferId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static TransferId next() {
        return new TransferId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
