package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * A key pair with which a network signs its badges.
 *
 * @param value a UUID version 7 made at the edge
 */
public record IssuerKeyId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public IssuerKeyId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static IssuerKeyId of(String text) {
        return new IssuerKeyId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static IssuerKeyId next() {
        return new IssuerKeyId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
