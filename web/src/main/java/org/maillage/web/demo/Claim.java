package org.maillage.web.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.ShareId;

/**
 * A claim as the story tells it.
 *
 * @param key names it in the keys of its commands
 * @param at when it is submitted
 * @param contributors who holds each share; an organisation's share is not among them
 */
record Claim(String key, Instant at, Submit submit, Map<ShareId, Participant> contributors) {

    ContributionId id() {
        return submit.contribution();
    }

    MemberId author() {
        return submit.by();
    }

    List<ClaimedShare> shares() {
        return submit.shares();
    }

    /** Shares that claiming did not confirm. */
    List<ClaimedShare> unconfirmed() {
        return shares().stream()
                .filter(share -> {
                    var holder = contributors.get(share.share());
                    return holder != null && !holder.member().equals(author());
                })
                .toList();
    }

    /** Whoever gains from it, is named in it, or claims it. */
    Set<MemberId> involved() {
        var involved = new HashSet<MemberId>();
        involved.add(author());
        contributors.values().forEach(p -> involved.add(p.member()));
        for (var share : shares()) {
            involved.addAll(share.helped());
            involved.addAll(share.companions());
            involved.addAll(share.borrowers());
        }
        return involved;
    }
}
