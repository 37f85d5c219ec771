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
 * @param version position of the last event of its own, or of a claim that replaces it, where {@code position} counts what
 *     others tell about it too
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
        String tab,
        String reasons,
        String contributors,
        String kinds,
        int minutes,
        int units,
        String clues,
        @Nullable Instant closedAt,
        long version,
        long position)
        implements Dated<ContributionRow> {

    @Override
    public Object group() {
        return contribution;
    }

    @Override
    public ContributionRow during(LocalDate from, LocalDate to) {
        return with(from, to, standing(), queued(), version, position);
    }

    /** What its own events change. */
    private record Standing(
            State state,
            boolean appealed,
            @Nullable UUID replacedBy,
            @Nullable UUID entrustedTo,
            Decided decision) {}

    private Standing standing() {
        return new Standing(state, appealed, replacedBy, entrustedTo, decision());
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

    /**
     * Where coordinators find it, and what their queue tells of its shares. Lists are separated by spaces.
     *
     * @param tab name of the queue's tab
     * @param reasons why it is to be looked at, in their order; empty unless that is its tab
     * @param contributors accounts of its shares
     * @param kinds of its shares, with a space at both ends too, so that one is found whole
     * @param minutes credited minutes that its shares state
     * @param units that its shares state
     * @param clues keys of what it has in common with other claims
     * @param closedAt since when it waits for nothing; null while it does
     */
    public record Queued(
            String tab,
            String reasons,
            String contributors,
            String kinds,
            int minutes,
            int units,
            String clues,
            @Nullable Instant closedAt) {
        /** Before the queue has seen the claim, which it does with the same event. */
        static final Queued NOT = new Queued("", "", "", "", 0, 0, "", null);
    }

    private Queued queued() {
        return new Queued(tab, reasons, contributors, kinds, minutes, units, clues, closedAt);
    }

    /** The same claim as the queue shows it now. */
    public ContributionRow queued(Queued newQueued, long at) {
        return with(since, until, standing(), newQueued, version, at);
    }

    /** The same claim in the queue for other reasons. */
    public ContributionRow because(String newTab, String newReasons, long at) {
        return queued(new Queued(newTab, newReasons, contributors, kinds, minutes, units, clues, closedAt), at);
    }

    ContributionRow in(State newState, long at) {
        var everAppealed = appealed || newState == State.APPEALED;
        return own(new Standing(newState, everAppealed, replacedBy, entrustedTo, decision()), at);
    }

    ContributionRow decided(State newState, Decided decision, long at) {
        return own(new Standing(newState, appealed, replacedBy, entrustedTo, decision), at);
    }

    /** Open again, as it was before the decision or the question. */
    ContributionRow reopened(Decided decision, long at) {
        return decided(appealed ? State.APPEALED : State.SUBMITTED, decision, at);
    }

    ContributionRow replacedBy(UUID other, long at) {
        return own(new Standing(state, appealed, other, entrustedTo, decision()), at);
    }

    ContributionRow entrusted(UUID to, long at) {
        return own(new Standing(state, appealed, replacedBy, to, decision()), at);
    }

    ContributionRow at(long newPosition) {
        return own(standing(), newPosition);
    }

    private ContributionRow own(Standing standing, long at) {
        return with(since, until, standing, queued(), at, at);
    }

    private ContributionRow with(
            LocalDate from, LocalDate to, Standing standing, Queued queue, long newVersion, long newPosition) {
        var decision = standing.decision;
        return new ContributionRow(
                network,
                contribution,
                from,
                to,
                claimant,
                standing.state,
                standing.appealed,
                title,
                sentence,
                submittedAt,
                submittedOn,
                submittedPosition,
                declaredAt,
                answered,
                firstDay,
                replaces,
                standing.replacedBy,
                standing.entrustedTo,
                decision.by,
                decision.at,
                decision.on,
                decision.position,
                decision.right,
                decision.independence,
                queue.tab,
                queue.reasons,
                queue.contributors,
                queue.kinds,
                queue.minutes,
                queue.units,
                queue.clues,
                queue.closedAt,
                newVersion,
                newPosition);
    }
}
