package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * A network of people (never the internet).
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record NetworkId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public NetworkId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static NetworkId of(String text) {
        return new NetworkId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static NetworkId next() {
        return new NetworkId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
