package org.maillage.web.api;

import java.util.Optional;
import java.util.function.BiFunction;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.member.Standing;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds the claim of an address among those that whoever asks may know, and acts on it. */
@Component
final class ClaimsAsked {

    private final Projections views;
    private final ApiCommands commands;

    ClaimsAsked(Projections views, ApiCommands commands) {
        this.views = views;
        this.commands = commands;
    }

    /** Makes a command of network and member. */
    interface Asking extends BiFunction<NetworkId, MemberId, ContributionCommand> {}

    /** A claim of one of one's networks, or entrusted to one; any other is unknown here. */
    private Contribution find(Asked asked, ContributionId id) {
        return asked.memberships().stream()
                .flatMap(membership -> find(membership, id).stream())
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_CONTRIBUTION));
    }

    private Optional<Contribution> find(Standing membership, ContributionId id) {
        return views.contributions()
                .find(membership.network(), id, AsOf.NOW)
                .or(() -> views.contributions().findEntrusted(membership.member(), id));
    }

    /** A claim that concerns whoever asks: to all others it is as if it were not there. */
    Contribution see(Asked asked, ContributionId id) {
        var claim = find(asked, id);
        if (!ClaimAnswer.concerned(claim).contains(acting(asked, claim)) && !asked.coordinates(claim.network())) {
            throw new Refused(Reason.UNKNOWN_CONTRIBUTION);
        }
        return claim;
    }

    /** As which of their memberships somebody acts on a claim: the one that was entrusted with it, if any. */
    private static MemberId acting(Asked asked, Contribution claim) {
        return asked.memberships().stream()
                .map(Standing::member)
                .filter(member -> member.equals(claim.entrustedTo()))
                .findFirst()
                .orElseGet(() -> asked.memberIn(claim.network()));
    }

    /** Does one thing to a claim that one sees, where it still has the version of {@code If-Match}. */
    ResponseEntity<Done> change(Asked asked, ContributionId id, Asking asking) {
        return change(asked, see(asked, id), asking);
    }

    /** The same to a claim of one's network, seen or not: a witness tells of what they did not claim. */
    ResponseEntity<Done> witness(Asked asked, ContributionId id, Asking asking) {
        return change(asked, find(asked, id), asking);
    }

    private ResponseEntity<Done> change(Asked asked, Contribution claim, Asking asking) {
        var id = claim.contribution();
        var ifMatch = asked.ifMatch();
        if (ifMatch != null && !commands.isRepeated(asked, asked.actor()) && !matches(ifMatch, claim.position())) {
            throw new ApiProblem(Fault.CHANGED_MEANWHILE);
        }
        var network = claim.network();
        var member = acting(asked, claim);
        var outcome = commands.run(asked, asked.actor(), () -> asking.apply(network, member));
        var version = views.contributions().find(network, id, AsOf.NOW).map(Contribution::position);
        return Answers.changed(id.value(), outcome, version.orElse(null));
    }

    /** Whether a list of entity tags names a version (RFC 9110, section 13.1.1). */
    static boolean matches(String tags, long version) {
        if (tags.strip().equals("*")) {
            return true;
        }
        for (var tag : tags.split(",", -1)) {
            var strong = tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip();
            if (strong.equals(Answers.etag(version))) {
                return true;
            }
        }
        return false;
    }
}
