package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One person's membership of one network; the pseudonym by which events name a contributor (rule 16).
 *
 * @param value a UUID version 7 made at the edge, so that a retry names the same thing; holds no personal data
 */
public record MemberId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public MemberId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static MemberId of(String text) {
        return new MemberId(Id.parse(text));
    }

    /** A new id, ordered by time of making. */
    public static MemberId next() {
        return new MemberId(Id.nextUuid());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
