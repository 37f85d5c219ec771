package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * An organisation, or an informal collective, of one network.
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record OrganisationId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public OrganisationId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static OrganisationId of(String text) {
        return new OrganisationId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static OrganisationId next() {
        return new OrganisationId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
