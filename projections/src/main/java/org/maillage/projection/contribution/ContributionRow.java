package org.maillage.projection.contribution;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Independence;
import org.maillage.ledger.event.ContributionEvent.Right;
import org.maillage.projection.fold.Dated;

/**
 * A claim while nothing of this changes; its texts sealed.
 *
 * @param appealed whether a declined claim was appealed: an answered clarification and an undo lead back there
 * @param answered names of questions, separated by spaces
 */
@MappedEntity("contribution")
public record ContributionRow(
        UUID network,
        UUID contribution,
        LocalDate since,
        LocalDate until,
        UUID claimant,
        State state,
        boolean appealed,
        @Nullable String title,
        @Nullable String sentence,
        Instant submittedAt,
        LocalDate submittedOn,
        long submittedPosition,
        @Nullable Instant declaredAt,
        String answered,
        LocalDate firstDay,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        @Nullable UUID entrustedTo,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate decidedOn,
        @Nullable Long decidedPosition,
        @Nullable Right decisionRight,
        @Nullable Independence independence,
        long position)
        implements Dated<ContributionRow> {

    @Override
    public Object group() {
        return contribution;
    }

    @Override
    public ContributionRow during(LocalDate from, LocalDate to) {
        return with(from, to, state, appealed, replacedBy, entrustedTo, decision(), position);
    }

    /** Who decided, when, by which event and by what right; all null before a decision. */
    record Decided(
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable LocalDate on,
            @Nullable Long position,
            @Nullable Right right,
            @Nullable Independence independence) {
        static final Decided NOT = new Decided(null, null, null, null, null, null);
    }

    Decided decision() {
        return new Decided(decidedBy, decidedAt, decidedOn, decidedPosition, decisionRight, independence);
    }

    /** Whether its decision, if there is one, is a validation, which may have been reversed. */
    boolean wasValidated() {
        return independence != null;
    }

    ContributionRow in(State newState, long at) {
        return with(
                since,
                until,
                newState,
                appealed || newState == State.APPEALED,
                replacedBy,
                entrustedTo,
                decision(),
                at);
    }

    ContributionRow decided(State newState, Decided decision, long at) {
        return with(since, until, newState, appealed, replacedBy, entrustedTo, decision, at);
    }

    /** Open again, as it was before the decision or the question. */
    ContributionRow reopened(Decided decision, long at) {
        return with(
                since,
                until,
                appealed ? State.APPEALED : State.SUBMITTED,
                appealed,
                replacedBy,
                entrustedTo,
                decision,
                at);
    }

    ContributionRow replacedBy(UUID other, long at) {
        return with(since, until, state, appealed, other, entrustedTo, decision(), at);
    }

    ContributionRow entrusted(UUID to, long at) {
        return with(since, until, state, appealed, replacedBy, to, decision(), at);
    }

    ContributionRow at(long newPosition) {
        return with(since, until, state, appealed, replacedBy, entrustedTo, decision(), newPosition);
    }

    private ContributionRow with(
            LocalDate from,
            LocalDate to,
            State newState,
            boolean isAppealed,
            @Nullable UUID replacement,
            @Nullable UUID entrusted,
            Decided decision,
            long newPosition) {
        return new ContributionRow(
                network,
                contribution,
                from,
                to,
                claimant,
                newState,
                isAppealed,
                title,
                sentence,
                submittedAt,
                submittedOn,
                submittedPosition,
                declaredAt,
                answered,
                firstDay,
                replaces,
                replacement,
                entrusted,
                decision.by,
                decision.at,
                decision.on,
                decision.position,
                decision.right,
                decision.independence,
                newPosition);
    }
}
