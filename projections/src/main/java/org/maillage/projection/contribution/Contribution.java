package org.maillage.projection.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Independence;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.ContributionEvent.Right;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/**
 * A claim with its shares, evidence and thread.
 *
 * @param by who claimed
 * @param title opened; null where none, empty where it can no longer be opened
 * @param sentence likewise
 * @param submittedOn civil day of the claim in the network's zone
 * @param declaredAt the client's own time of declaration; null where it does not differ
 * @param answered questions that the claimant was asked and answered with yes
 * @param replaces the claim that this one corrects; null for none
 * @param replacedBy the claim that corrects this one; null for none
 * @param entrustedTo who was given the right to decide it; null where coordinators decide
 * @param decision the last decision; null before one, and after it was undone
 * @param position of the last event applied: a version of this claim as shown
 * @param thread oldest first
 */
public record Contribution(
        ContributionId contribution,
        NetworkId network,
        MemberId by,
        State state,
        @Nullable String title,
        @Nullable String sentence,
        Instant submittedAt,
        LocalDate submittedOn,
        @Nullable Instant declaredAt,
        Set<Question> answered,
        @Nullable ContributionId replaces,
        @Nullable ContributionId replacedBy,
        @Nullable MemberId entrustedTo,
        @Nullable Decision decision,
        long position,
        List<Share> shares,
        List<EvidenceItem> evidence,
        List<ThreadEntry> thread) {

    public Contribution {
        answered = Set.copyOf(answered);
        shares = List.copyOf(shares);
        evidence = List.copyOf(evidence);
        thread = List.copyOf(thread);
    }

    /**
     * Who decided, when and by what right.
     *
     * @param independence null unless validated
     */
    public record Decision(
            MemberId by, Instant at, Right right, @Nullable Independence independence) {}
}
