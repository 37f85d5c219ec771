package org.maillage.web.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
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
    Member see(Asked asked, MemberId id) {
        return asked.memberships().stream()
                .flatMap(own -> seenBy(own, id, AsOf.NOW).stream())
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
    }

    /**
     * The same as they were at the end of a day.
     *
     * @param asOf that day, by the zone of the one network that they are of
     */
    Member see(Asked asked, MemberId id, Function<ZoneId, LocalDate> asOf) {
        return asked.memberships().stream()
                .filter(own -> views.members().find(own.network(), id, AsOf.NOW).isPresent())
                .findFirst()
                .flatMap(own -> seenBy(own, id, asOf.apply(own.zone())))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
    }

    private Optional<Member> seenBy(Standing own, MemberId id, LocalDate asOf) {
        return views.members()
                .find(own.network(), id, asOf)
                .filter(found ->
                        found.listed() || own.coordinator() || own.member().equals(id));
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
        var network = see(asked, id).network();
        Refused.when(!asked.coordinates(network), Reason.NOT_A_COORDINATOR);
        return network;
    }

    /** One's own membership: what others have and how they contribute is theirs alone. */
    Standing own(Asked asked, MemberId id) {
        var own = asked.own(id);
        if (own.isEmpty()) {
            see(asked, id);
            throw new ApiProblem(Fault.NOT_YOURS);
        }
        return own.get();
    }
}
