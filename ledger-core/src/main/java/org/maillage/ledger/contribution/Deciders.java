package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.MemberState;
import org.maillage.ledger.decision.NetworkState;
import org.maillage.ledger.event.ContributionEvent.DecisionEntrusted;
import org.maillage.ledger.event.ContributionEvent.Independence;
import org.maillage.ledger.event.ContributionEvent.Right;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/** Who may decide a claim (rule 3): nobody who gains from it, compared as persons over all of their memberships. */
final class Deciders {

    private static final int MOST_CANDIDATES = 100_000;

    private final Contribution claim;
    private final Decision decision;
    private final NetworkId network;

    Deciders(Contribution claim, Decision decision) {
        this.claim = claim;
        this.decision = decision;
        this.network = claim.network();
    }

    /** By what right the member decides it. @throws Refused where they have none, or gain from it */
    Right right(MemberId by) {
        Guards.actsAs(decision, by);
        when(decision.member(by).status() == MemberState.Status.LEFT, Reason.NOT_AN_ACTIVE_MEMBER);
        var right = claimedRight(by).orElseThrow(() -> new Refused(Reason.NOT_A_COORDINATOR));
        when(isInvolved(by), Reason.DECIDES_OWN_CLAIM);
        when(claim.declinedBy().stream().anyMatch(d -> Guards.samePerson(decision, d, by)), Reason.DECIDED_BEFORE);
        return right;
    }

    private Optional<Right> claimedRight(MemberId by) {
        if (decision.network(network).isCoordinator(by)) {
            return Optional.of(Right.COORDINATOR);
        }
        return claim.entrusted().filter(e -> e.to().equals(by) && stillHas(e)).map(DecisionEntrusted::right);
    }

    /** The right goes with what it was given for: a parent that dismisses its coordinator dismisses them here too. */
    private boolean stillHas(DecisionEntrusted entrusted) {
        var parent = decision.network(network).parent();
        return entrusted.right() != Right.PARENT_COORDINATOR
                || (parent != null && decision.network(parent).isCoordinator(entrusted.to()));
    }

    /** Refuses unless the member, who decided before, still may decide claims. */
    void guardStillDecides(MemberId by) {
        Guards.actsAs(decision, by);
        when(claimedRight(by).isEmpty(), Reason.NOT_A_COORDINATOR);
    }

    /** Whether the person gains from the claim or is named in it. */
    boolean isInvolved(MemberId member) {
        return isOneOf(claim.involved(), member);
    }

    /** Whether the claim credits the person. */
    boolean gains(MemberId member) {
        return isOneOf(claim.gaining(), member);
    }

    private boolean isOneOf(Set<MemberId> members, MemberId member) {
        return members.stream().anyMatch(other -> Guards.samePerson(decision, other, member));
    }

    /** Whether somebody was entrusted with the claim who can still decide it. */
    boolean isEntrusted() {
        return claim.entrusted().filter(e -> stillHas(e) && mayDecide(e.to())).isPresent();
    }

    /** Whether the outcome counts as confirmed from outside the contributors' own organisations. */
    Independence independence(MemberId by, Right right) {
        return right == Right.COLLEAGUE || isOfTheirOrganisation(by) ? Independence.INTERNAL : Independence.OUTSIDE;
    }

    private boolean isOfTheirOrganisation(MemberId by) {
        var own = decision.member(by).organisation();
        return own != null && organisations().contains(own);
    }

    private Set<OrganisationId> organisations() {
        var organisations = new HashSet<OrganisationId>();
        for (var share : claim.shares()) {
            var contributor = share.submitted().contributor();
            if (contributor.holder() == AccountId.Holder.ORGANISATION) {
                organisations.add(new OrganisationId(contributor.id()));
            }
            Optional.ofNullable(share.submitted().organisation()).ifPresent(organisations::add);
        }
        return organisations;
    }

    /**
     * Finds who decides where no uninvolved coordinator exists: one of the parent's coordinators, else a signatory of the
     * charter from outside, else an uninvolved colleague; drawn at random among the fitting candidates.
     *
     * @param seed starts the draw; kept in the event, so that anyone can draw again
     */
    DecisionEntrusted entrust(EntrustDecision command, long seed) {
        var state = decision.network(network);
        when(state.coordinators().stream().anyMatch(this::mayDecide), Reason.UNINVOLVED_COORDINATOR_EXISTS);
        when(command.candidates().size() > MOST_CANDIDATES, Reason.TOO_MANY_NAMED);
        for (var right : List.of(Right.PARENT_COORDINATOR, Right.SIGNATORY_DRAWN, Right.COLLEAGUE)) {
            var fitting = candidates(right, command, state)
                    .filter(this::mayDecide)
                    .distinct()
                    .sorted(Comparator.comparing(MemberId::toString))
                    .toList();
            if (!fitting.isEmpty()) {
                var drawn = fitting.get(new Random(seed).nextInt(fitting.size()));
                return new DecisionEntrusted(command.contribution(), network, drawn, right, fitting.size(), seed);
            }
        }
        throw new Refused(Reason.NOBODY_CAN_DECIDE);
    }

    /** The parent's coordinators are known here, whoever was listed; members of the network are not. */
    private Stream<MemberId> candidates(Right right, EntrustDecision command, NetworkState state) {
        var listed = command.candidates().stream();
        return switch (right) {
            case PARENT_COORDINATOR -> {
                var parent = state.parentDecisions() ? state.parent() : null;
                yield parent == null ? Stream.of() : decision.network(parent).coordinators().stream();
            }
            case SIGNATORY_DRAWN -> listed.filter(m -> isOfNetwork(m) && hasSigned(m) && !isOfTheirOrganisation(m));
            case COLLEAGUE -> listed.filter(this::isOfNetwork);
            case COORDINATOR -> Stream.of();
        };
    }

    private boolean mayDecide(MemberId member) {
        return decision.member(member).isIn()
                && !isInvolved(member)
                && claim.declinedBy().stream().noneMatch(d -> Guards.samePerson(decision, d, member));
    }

    private boolean isOfNetwork(MemberId member) {
        var state = decision.member(member);
        return state.isOf(network) && state.status() == MemberState.Status.JOINED;
    }

    private boolean hasSigned(MemberId member) {
        var newest = decision.charter(network).newest();
        return newest > 0 && decision.member(member).charter() == newest;
    }

    /** The decider's organisation now. */
    @Nullable
    OrganisationId organisationOf(MemberId by) {
        return decision.member(by).organisation();
    }

    /** Refuses unless {@code by} may ask for somebody to decide: who claims, or a coordinator. */
    void guardAsks(MemberId by) {
        Guards.activeMember(decision, network, by);
        when(!by.equals(claim.author()) && !decision.network(network).isCoordinator(by), Reason.NOT_THE_AUTHOR);
    }
}
