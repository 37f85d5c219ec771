package org.maillage.ledger.badge;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;

/** What can be asked about practices that members describe and others endorse. */
public sealed interface RecognitionCommand extends BadgeCommand {

    /**
     * Describes a practice for a badge that endorsements earn; by the member. Anew, while nobody endorsed it.
     *
     * @param practice 1 to 4,000 characters
     */
    record DescribePractice(BadgeDefinitionId definition, NetworkId network, MemberId member, String practice)
            implements RecognitionCommand {}

    /**
     * Endorses a practice, for oneself or for one's organisation.
     *
     * @param words at most 1,000 characters
     * @param read the print of the sealed description that was read, so that no other is endorsed; null for the newest
     */
    record EndorsePractice(
            RecognitionId recognition,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation,
            @Nullable String words,
            @Nullable String read)
            implements RecognitionCommand {}

    /** Takes one's endorsement back. */
    record WithdrawEndorsement(
            RecognitionId recognition,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation) implements RecognitionCommand {}
}
