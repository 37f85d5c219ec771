package org.maillage.web.notices;

import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** Something that a member is to be told about a badge of theirs. */
record BadgeNotice(MemberId member, What what, NetworkId network, AwardId award) {

    /** What happened. */
    enum What {
        AWARDED,
        REVIEWED,
        SUSPENDED,
        REINSTATED,
        REVOKED,
        /** its last day is near */
        ENDING
    }
}
