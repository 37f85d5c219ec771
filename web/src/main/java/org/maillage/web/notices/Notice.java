package org.maillage.web.notices;

import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** Something that a member is to be told about a claim. */
record Notice(MemberId member, What what, NetworkId network, ContributionId contribution) {

    /** What happened. */
    enum What {
        /** somebody else's claim names a share of theirs, which they have not answered for */
        CITED,
        ASKED,
        VALIDATED,
        DECLINED,
        REOPENED,
        REVERSED;

        /** The kind of letter that says it. */
        NoticeKind kind() {
            return switch (this) {
                case CITED -> NoticeKind.SHARE;
                case ASKED -> NoticeKind.QUESTION;
                case VALIDATED, DECLINED, REOPENED, REVERSED -> NoticeKind.DECISION;
            };
        }
    }
}
