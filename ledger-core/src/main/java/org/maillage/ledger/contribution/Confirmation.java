package org.maillage.ledger.contribution;

import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;

/** When claiming is confirming. */
final class Confirmation {

    private Confirmation() {}

    /**
     * Whether who claims has confirmed the share by claiming it: it is their own, or that of the organisation which they
     * claim on behalf of (they were checked to belong to it).
     */
    static boolean byClaiming(MemberId claimant, SubmittedShare share) {
        var contributor = share.contributor();
        return switch (contributor.holder()) {
            case MEMBER -> contributor.equals(AccountId.of(claimant));
            case ORGANISATION -> new OrganisationId(contributor.id()).equals(share.onBehalfOf());
            case FUND -> false;
        };
    }
}
