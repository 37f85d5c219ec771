package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One batch of an import.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record ImportId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public ImportId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static ImportId of(String text) {
        return new ImportId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static ImportId next() {
        return new ImportId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
