package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * What one member describes of their practice, for one definition, and who endorses it.
 *
 * @param value named by definition and member, so that somebody describes a practice once for each badge
 */
public record RecognitionId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public RecognitionId {
        Objects.requireNonNull(value);
    }

    /** Reads the canonical text of a UUID. @throws IllegalArgumentException if it is not one */
    public static RecognitionId of(String text) {
        return new RecognitionId(Id.parse(text));
    }

    /** The only recognition that a member can ask for of a definition. */
    public static RecognitionId of(BadgeDefinitionId definition, MemberId member) {
        return new RecognitionId(Id.named(definition.value(), "recognition:" + member));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
