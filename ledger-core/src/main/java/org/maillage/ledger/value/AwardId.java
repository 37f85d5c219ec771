package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * One member's badge of one definition.
 *
 * @param value named by definition and member, so that somebody has a badge once; says neither to who does not know both
 */
public record AwardId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public AwardId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static AwardId of(String text) {
        return new AwardId(Id.parse(text));
    }

    /** The only award that a member can have of a definition. */
    public static AwardId of(BadgeDefinitionId definition, MemberId member) {
        return new AwardId(Id.named(definition.value(), "award:" + member));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
