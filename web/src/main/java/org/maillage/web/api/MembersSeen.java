package org.maillage.web.api;

import java.time.LocalDate;
import java.util.Optional;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.stereotype.Component;

/** Who sees whom, and what of them (privacy). */
@Component
final class MembersSeen {

    private final Projections views;

    MembersSeen(Projections views) {
        this.views = views;
    }

    /** A member of one of one's networks who is listed, or whom one sees as coordinator, or oneself. */
    Member see(Asked asked, MemberId id, LocalDate asOf) {
        return asked.memberships().stream()
                .flatMap(own -> views.members().find(own.network(), id, asOf).stream()
                        .filter(found -> found.listed()
                                || own.coordinator()
                                || own.member().equals(id)))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
    }

    /**
     * The network of a member whose place one may hand over: one coordinates it, or administers the installation while no
     * coordinator of it has an account (rule 3).
     */
    NetworkId handingOver(Asked asked, MemberId id) {
        var unled = asked.administrator() ? views.members().unledOf(id) : Optional.<NetworkId>empty();
        if (unled.isPresent()) {
            return unled.get();
        }
        var network = see(asked, id, AsOf.NOW).network();
        Refused.when(!asked.coordinates(network), Reason.NOT_A_COORDINATOR);
        return network;
    }

    /** One's own membership: what others have and how they contribute is theirs alone. */
    Standing own(Asked asked, MemberId id) {
        var own = asked.own(id);
        if (own.isEmpty()) {
            see(asked, id, AsOf.NOW);
            throw new ApiProblem(Fault.NOT_YOURS);
        }
        return own.get();
    }
}
