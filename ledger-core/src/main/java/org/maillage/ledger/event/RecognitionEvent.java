package org.maillage.ledger.event;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** A practice that a member describes of themselves, and that others endorse until it is a badge. */
public sealed interface RecognitionEvent extends BadgeEvent {

    /** The recognition. */
    RecognitionId recognition();

    @Override
    default StreamId stream() {
        return StreamId.of(recognition());
    }

    /**
     * A member described a practice, or described it anew while nobody endorsed it.
     *
     * @param definition the badge that it may become
     * @param practice in the member's words, sealed
     */
    @EventName("recognition.described.1")
    record PracticeDescribed(
            RecognitionId recognition,
            NetworkId network,
            BadgeDefinitionId definition,
            MemberId member,
            SealedText practice)
            implements RecognitionEvent {}

    /**
     * Somebody endorsed the practice.
     *
     * @param by who says it
     * @param organisation for which organisation they say it; null where for themselves
     * @param words what they say, sealed for both; null where nothing
     */
    @EventName("recognition.endorsed.1")
    record PracticeEndorsed(
            RecognitionId recognition,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation,
            @Nullable SealedText words)
            implements RecognitionEvent {}

    /** Somebody took their endorsement back. */
    @EventName("recognition.endorsement-withdrawn.1")
    record PracticeEndorsementWithdrawn(
            RecognitionId recognition,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation) implements RecognitionEvent {}
}
