package org.maillage.ledger.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.RecognitionEvent;
import org.maillage.ledger.event.RecognitionEvent.PracticeDescribed;

/**
 * A described practice as decisions see it.
 *
 * @param described its newest description; null before the first
 * @param endorsements who endorses it
 */
public record RecognitionState(@Nullable PracticeDescribed described, EndorsedBy endorsements) {

    static final RecognitionState NONE = new RecognitionState(null, EndorsedBy.NOBODY);

    /** How it is described; empty where it never was. */
    public Optional<PracticeDescribed> description() {
        return Optional.ofNullable(described);
    }

    RecognitionState evolve(RecognitionEvent event) {
        return switch (event) {
            case PracticeDescribed e -> new RecognitionState(e, endorsements);
            case RecognitionEvent.PracticeEndorsed e ->
                new RecognitionState(described, endorsements.with(e.by(), e.organisation()));
            case RecognitionEvent.PracticeEndorsementWithdrawn e ->
                new RecognitionState(described, endorsements.without(e.by(), e.organisation()));
        };
    }
}
