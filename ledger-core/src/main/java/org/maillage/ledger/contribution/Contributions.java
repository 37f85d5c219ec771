package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import org.axonframework.modelling.command.Aggregate;
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
        var claim = load(StreamId.of(contribution));
        when(!claim.invoke(c -> c.isOf(network)), Reason.UNKNOWN_CONTRIBUTION);
        return claim;
    }

    /** The claim, empty where it was never made: Axon reports a failed load as an error of the program. */
    private Aggregate<Contribution> load(StreamId stream) {
        try {
            var claim = repository.loadOrCreate(stream.value(), () -> new Contribution(stream.value()));
            Decision.current().saw(stream, claim.version(), claim.invoke(Contribution::head));
            return claim;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
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
        if (decision.again()) {
            var claim = load(event.stream());
            when(!claim.invoke(c -> c.isFreeFor(event)), Reason.ALREADY_EXISTS);
            if (claim.invoke(Contribution::head) == null) {
                record(claim, event, decision);
            }
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
}
