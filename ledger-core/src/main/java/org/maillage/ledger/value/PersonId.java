package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * A person who signs in: the identity that holds one membership in each of their networks (rule 16).
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record PersonId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public PersonId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static PersonId of(String text) {
        return new PersonId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static PersonId next() {
        return new PersonId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
