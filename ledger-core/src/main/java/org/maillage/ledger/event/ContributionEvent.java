package org.maillage.ledger.event;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.StreamId;

/** The life of one claim (rules 1 to 4). */
public sealed interface ContributionEvent extends LedgerEvent {

    /** The claim. */
    ContributionId contribution();

    @Override
    NetworkId network();

    @Override
    default StreamId stream() {
        return StreamId.of(contribution());
    }

    /**
     * A claim was made; its first event.
     *
     * @param by who claims
     * @param shares 1 to 50
     * @param title a few words, sealed; null where the kind says enough
     * @param sentence what was done in a sentence, sealed; null where none
     * @param evidence links and files
     * @param answered questions that the claimant was asked before sending and answered with yes (rule 12)
     * @param declaredAt the client's own time of declaration, where it differs from recording; null where it does not
     * @param replaces the claim that this one corrects (rule 2); null for none
     */
    @EventName("contribution.submitted.1")
    record Submitted(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            List<SubmittedShare> shares,
            @Nullable SealedText title,
            @Nullable SealedText sentence,
            List<Evidence> evidence,
            Set<Question> answered,
            @Nullable Instant declaredAt,
            @Nullable ContributionId replaces)
            implements ContributionEvent {

        public Submitted {
            shares = List.copyOf(shares);
            evidence = List.copyOf(evidence);
            answered = Set.copyOf(answered);
        }
    }

    /** Questions that a claim raises before it is sent. */
    enum Question {
        /** above 12 h on that day */
        LONG_DAY,
        /** the same member, kind and evidence, or the same time, is already there */
        DUPLICATE
    }

    /** A contributor confirmed their share as claimed. {@code by} is somebody credited. */
    @EventName("contribution.share-confirmed.1")
    record ShareConfirmed(ContributionId contribution, NetworkId network, ShareId share, MemberId by)
            implements ContributionEvent {}

    /** A contributor corrected their share; {@code quantity} is what they confirm instead. */
    @EventName("contribution.share-corrected.1")
    record ShareCorrected(
            ContributionId contribution,
            NetworkId network,
            ShareId share,
            MemberId by,
            Quantity quantity,
            @Nullable SealedText reason)
            implements ContributionEvent {}

    /** A contributor said that they took no part. */
    @EventName("contribution.share-denied.1")
    record ShareDenied(ContributionId contribution, NetworkId network, ShareId share, MemberId by)
            implements ContributionEvent {}

    /** A witness who gains nothing from it attested the claim. */
    @EventName("contribution.attested.1")
    record Attested(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            @Nullable SealedText words) implements ContributionEvent {}

    /** A coordinator asked for a clarification. */
    @EventName("contribution.clarification-asked.1")
    record ClarificationAsked(ContributionId contribution, NetworkId network, MemberId by, SealedText question)
            implements ContributionEvent {}

    /** Somebody of the claim answered. */
    @EventName("contribution.clarification-answered.1")
    record ClarificationAnswered(ContributionId contribution, NetworkId network, MemberId by, SealedText answer)
            implements ContributionEvent {}

    /** Where no uninvolved coordinator exists, the right to decide this one claim was given to somebody (rule 3).
     *
     * @param to who may decide it
     * @param right how they came by it
     * @param candidates how many could have been drawn
     * @param seed the number that the draw started from, so that anyone can draw again
     */
    @EventName("contribution.decision-entrusted.1")
    record DecisionEntrusted(
            ContributionId contribution, NetworkId network, MemberId to, Right right, int candidates, long seed)
            implements ContributionEvent {}

    /** By what right somebody decides a claim. */
    enum Right {
        /** a coordinator whom the network appointed */
        COORDINATOR,
        /** a coordinator of the parent network, where the network allows it */
        PARENT_COORDINATOR,
        /** a charter signatory drawn at random */
        SIGNATORY_DRAWN,
        /** an uninvolved colleague: the outcome is internal */
        COLLEAGUE
    }

    /** Whether the outcome counts as a confirmation from outside the contributors' own organisation (rule 3). */
    enum Independence {
        OUTSIDE,
        INTERNAL
    }

    /**
     * The claim was validated; each share has its outcome, and what is issued stands in the same append (rule 4).
     *
     * @param by who decided
     * @param organisation the decider's organisation at the time; null for none
     */
    @EventName("contribution.validated.1")
    record Validated(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation,
            Right right,
            Independence independence,
            List<ShareOutcome> outcomes)
            implements ContributionEvent {

        public Validated {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * The claim was declined, with a reason.
     *
     * @param appealed whether this decided an appeal, and so is final
     */
    @EventName("contribution.declined.1")
    record Declined(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation,
            Right right,
            DeclineReason reason,
            @Nullable SealedText words,
            boolean appealed)
            implements ContributionEvent {}

    /** Why a claim is declined. */
    enum DeclineReason {
        NOT_A_CONTRIBUTION,
        OUTSIDE_THE_NETWORK,
        DUPLICATE,
        DURATION_DIFFERS,
        CANNOT_BE_CONFIRMED,
        OTHER
    }

    /** Its author withdrew it before any decision. */
    @EventName("contribution.withdrawn.1")
    record Withdrawn(ContributionId contribution, NetworkId network, MemberId by) implements ContributionEvent {}

    /** A declined claim was appealed: another coordinator decides. */
    @EventName("contribution.appealed.1")
    record Appealed(ContributionId contribution, NetworkId network, MemberId by, SealedText words)
            implements ContributionEvent {}

    /** The coordinator who decided took the decision back within ten minutes: the claim is open again (rule 2). */
    @EventName("contribution.reopened.1")
    record Reopened(ContributionId contribution, NetworkId network, MemberId by) implements ContributionEvent {}

    /** A validation was reversed for good, with a reason (rule 2). */
    @EventName("contribution.reversed.1")
    record Reversed(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            ReversalReason reason,
            @Nullable SealedText words)
            implements ContributionEvent {}

    /** Why a validation is reversed. */
    enum ReversalReason {
        MISTAKE,
        DUPLICATE,
        NOT_TRUE,
        REPLACED,
        OTHER
    }
}
