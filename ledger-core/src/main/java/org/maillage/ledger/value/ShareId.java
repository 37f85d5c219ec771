package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One contributor's share of a claim.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record ShareId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public ShareId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static ShareId of(String text) {
        return new ShareId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static ShareId next() {
        return new ShareId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
