package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * What a badge of one network is: the same over all of its versions.
 *
 * @param value a UUID made at the edge, or named by network and code for a shipped one; holds no personal data
 */
public record BadgeDefinitionId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public BadgeDefinitionId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static BadgeDefinitionId of(String text) {
        return new BadgeDefinitionId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static BadgeDefinitionId next() {
        return new BadgeDefinitionId(Id.nextUuid());
    }

    /** The id of a badge that the program ships: the same for the same network and code, so that it is given once. */
    public static BadgeDefinitionId shipped(NetworkId network, String code) {
        return new BadgeDefinitionId(Id.named(network.value(), "badge:" + code));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
