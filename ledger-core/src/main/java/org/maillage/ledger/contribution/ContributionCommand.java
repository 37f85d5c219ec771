package org.maillage.ledger.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.event.SubmittedShare.ImportedRow;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.GatheringId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.KitId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NeedId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;

/** What can be asked about a claim. {@code by} is the member who acts. */
public sealed interface ContributionCommand extends LedgerCommand {

    /** The claim. */
    ContributionId contribution();

    /** The network that it is of; another network's claim is unknown here. */
    NetworkId network();

    /** The member who acts. */
    MemberId by();

    /**
     * Claims a contribution.
     *
     * @param shares 1 to 50; the claimant's own share counts as confirmed
     * @param title up to 120 characters; null for none
     * @param sentence up to 2,000 characters; null for none
     * @param evidence at most 10
     * @param answered questions answered with yes
     */
    record Submit(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            List<ClaimedShare> shares,
            @Nullable String title,
            @Nullable String sentence,
            List<ClaimedEvidence> evidence,
            Set<Question> answered,
            @Nullable Instant declaredAt,
            @Nullable ContributionId replaces)
            implements ContributionCommand {}

    /** A share as it is claimed; see {@link org.maillage.ledger.event.SubmittedShare}. Who entered it, the
     * contributor's organisation, the charter version and the zone are taken from the ledger. */
    record ClaimedShare(
            ShareId share,
            AccountId contributor,
            KindCode kind,
            Quantity quantity,
            LocalDate day,
            @Nullable LocalTime startTime,
            Where where,
            Payment payment,
            Capacity capacity,
            @Nullable OrganisationId onBehalfOf,
            Audience audience,
            List<MemberId> helped,
            List<MemberId> companions,
            List<MemberId> borrowers,
            @Nullable GatheringId gathering,
            @Nullable NeedId need,
            @Nullable KitId kit,
            @Nullable String fundingConvention,
            @Nullable ContributionId reusedFrom,
            @Nullable ImportedRow imported) {

        /** The plainest share: somebody's time or units on a day, unpaid, nothing else said. */
        public static ClaimedShare plain(AccountId contributor, KindCode kind, Quantity quantity, LocalDate day) {
            return new ClaimedShare(
                    ShareId.next(),
                    contributor,
                    kind,
                    quantity,
                    day,
                    null,
                    Where.UNKNOWN,
                    Payment.UNPAID,
                    Capacity.MEMBER,
                    null,
                    Audience.NONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * A piece of evidence.
     *
     * @param reference an http or https address of up to 2,000 characters, or a file's name of up to 200
     * @param content identity of the content, from which the keyed hash is made: the address itself, or the hex SHA-256
     *     of a file's clear bytes
     * @param sealedSha256 hex SHA-256 of the sealed bytes kept beside the journal; null for a link
     */
    record ClaimedEvidence(
            EvidenceId id,
            Evidence.Type type,
            String reference,
            String content,
            @Nullable String sealedSha256) {}

    /** Confirms one's share as claimed. */
    record ConfirmShare(ContributionId contribution, NetworkId network, MemberId by, ShareId share)
            implements ContributionCommand {}

    /** Corrects one's share: {@code quantity} is confirmed instead. */
    record CorrectShare(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            ShareId share,
            Quantity quantity,
            @Nullable String reason)
            implements ContributionCommand {}

    /** Says that one took no part. */
    record DenyShare(ContributionId contribution, NetworkId network, MemberId by, ShareId share)
            implements ContributionCommand {}

    /** Attests the claim as a witness who gains nothing from it. */
    record Attest(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            @Nullable String words) implements ContributionCommand {}

    /** Asks for a clarification. */
    record AskClarification(ContributionId contribution, NetworkId network, MemberId by, String question)
            implements ContributionCommand {}

    /** Answers the question. */
    record AnswerClarification(ContributionId contribution, NetworkId network, MemberId by, String answer)
            implements ContributionCommand {}

    /**
     * Validates; shares not named are accepted as confirmed.
     *
     * @param less shares accepted for less, or left out
     */
    record Validate(ContributionId contribution, NetworkId network, MemberId by, List<Less> less)
            implements ContributionCommand {}

    /**
     * A share accepted for less.
     *
     * @param accepted less than was confirmed; null to leave the share out
     */
    record Less(
            ShareId share,
            @Nullable Quantity accepted,
            LessReason reason,
            @Nullable String words) {}

    /** Declines, with a reason; {@code words} must be given where the reason is OTHER. */
    record Decline(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            DeclineReason reason,
            @Nullable String words) implements ContributionCommand {}

    /** Withdraws one's own claim before a decision. */
    record Withdraw(ContributionId contribution, NetworkId network, MemberId by) implements ContributionCommand {}

    /** Appeals against a decline. */
    record Appeal(ContributionId contribution, NetworkId network, MemberId by, String words)
            implements ContributionCommand {}

    /** Takes one's own decision back within ten minutes. */
    record Undo(ContributionId contribution, NetworkId network, MemberId by) implements ContributionCommand {}

    /** Reverses a validation for good; {@code words} must be given where the reason is OTHER. */
    record Reverse(
            ContributionId contribution,
            NetworkId network,
            MemberId by,
            ReversalReason reason,
            @Nullable String words) implements ContributionCommand {}

    /**
     * Finds who may decide where no uninvolved coordinator of the network exists (rule 3). Asked by the claimant or a
     * coordinator.
     *
     * @param candidates members and parent coordinators to draw from, in the order in which they were listed; the
     *     handler checks each and draws
     */
    record EntrustDecision(ContributionId contribution, NetworkId network, MemberId by, List<MemberId> candidates)
            implements ContributionCommand {}
}
