package org.maillage.web.api;

import java.util.ArrayList;
import java.util.List;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.springframework.stereotype.Component;

/** Those among whom the ledger may draw who decides a claim where no uninvolved coordinator exists (rule 3). */
@Component
final class DecisionCandidates {

    private static final int MOST = 200;

    private final Projections views;

    DecisionCandidates(Projections views) {
        this.views = views;
    }

    /** Coordinators of the parent, then members who joined; the ledger checks each and draws. */
    List<MemberId> in(NetworkId network) {
        var candidates = new ArrayList<MemberId>();
        views.networks()
                .find(network)
                .map(found -> found.parent())
                .ifPresent(parent -> views.members()
                        .coordinators(parent, AsOf.NOW)
                        .forEach(coordinator -> candidates.add(coordinator.member())));
        var joined = new MemberFilter(null, Member.Status.JOINED, null);
        views.members()
                .listed(network, joined, AsOf.NOW, null, MOST)
                .items()
                .forEach(member -> candidates.add(member.member()));
        return candidates;
    }
}
