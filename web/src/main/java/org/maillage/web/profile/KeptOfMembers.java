package org.maillage.web.profile;

import org.maillage.ledger.value.MemberId;

/** Keeps something of members beside the journal, which goes when they go. */
public interface KeptOfMembers {

    /** Removes all of a member's. */
    void forget(MemberId member);
}
