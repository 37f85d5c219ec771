package org.maillage.web.notices;

import java.util.UUID;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/**
 * Something that a member is to be told about a badge.
 *
 * @param about the award; where a question was answered, that question
 */
record BadgeNotice(MemberId member, What what, NetworkId network, UUID about) {

    /** What happened. */
    enum What {
        AWARDED,
        REVIEWED,
        SUSPENDED,
        REINSTATED,
        REVOKED,
        /** its last day is near */
        ENDING,
        /** the coordination answered what they asked about a badge */
        ANSWERED
    }

    static BadgeNotice of(MemberId member, What what, NetworkId network, AwardId award) {
        return new BadgeNotice(member, what, network, award.value());
    }
}
