package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.StreamId;

/** The claims, found by their network and id. */
final class Contributions {

    private final Repository<Contribution> repository;

    Contributions(Repository<Contribution> repository) {
        this.repository = repository;
    }

    /** The claim. @throws Refused where the network has no such claim */
    Aggregate<Contribution> of(NetworkId network, ContributionId contribution) {
        try {
            var claim = repository.load(StreamId.of(contribution).value());
            Decision.current().saw(StreamId.of(contribution), claim.version());
            when(!claim.invoke(Contribution::network).equals(network), Reason.UNKNOWN_CONTRIBUTION);
            return claim;
        } catch (AggregateNotFoundException _) {
            throw new Refused(Reason.UNKNOWN_CONTRIBUTION);
        }
    }

    /** The claim as the command names it. */
    Aggregate<Contribution> of(ContributionCommand command) {
        return of(command.network(), command.contribution());
    }

    /**
     * Makes a claim, unless it was made before. A new id is not looked for first: only where the journal met it.
     *
     * @throws Refused where another claim has the id
     */
    void add(Submitted event, Decision decision) {
        if (decision.again() && exists(event)) {
            when(!of(event.network(), event.contribution()).invoke(c -> c.isMadeBy(event)), Reason.ALREADY_EXISTS);
            return;
        }
        try {
            repository.newInstance(() -> new Contribution(event));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Appends to a claim. */
    void record(Aggregate<Contribution> claim, ContributionEvent event, Decision decision) {
        claim.execute(c -> c.record(event, decision.now()));
    }

    private boolean exists(Submitted event) {
        try {
            repository.load(event.stream().value());
            return true;
        } catch (AggregateNotFoundException _) {
            return false;
        }
    }
}
