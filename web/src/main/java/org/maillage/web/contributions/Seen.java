package org.maillage.web.contributions;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.member.Standing;
import org.springframework.stereotype.Component;

/** Who sees a claim: those whom it names, who may decide it, and the coordination. To others it is unknown. */
@Component
public final class Seen {

    private final Projections views;

    Seen(Projections views) {
        this.views = views;
    }

    /** A claim that the member may see, of their network or entrusted to them; refuses as though it were unknown. */
    public Contribution require(Standing standing, ContributionId id) {
        return find(standing, id).orElseThrow(() -> new Refused(Reason.UNKNOWN_CONTRIBUTION));
    }

    /** The same; empty where they may not, or there is none. */
    Optional<Contribution> find(Standing standing, ContributionId id) {
        return views.contributions()
                .find(standing.network(), id, AsOf.NOW)
                .filter(claim -> standing.coordinator()
                        || standing.member().equals(claim.entrustedTo())
                        || people(claim).contains(standing.member()))
                .or(() -> views.contributions().findEntrusted(standing.member(), id));
    }

    /** Members whom a claim is of, or whom it names. */
    public static Set<MemberId> people(Contribution claim) {
        var people = new HashSet<MemberId>();
        people.add(claim.by());
        for (var share : claim.shares()) {
            if (share.contributor().holder() == AccountId.Holder.MEMBER) {
                people.add(new MemberId(share.contributor().id()));
            }
            people.addAll(share.helped());
            people.addAll(share.companions());
            people.addAll(share.borrowers());
        }
        return people;
    }
}
