package org.maillage.web.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.ShareOutcome.LessReason;
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

/** What may be said about claims. A component without {@code @Nullable} is required. */
final class ContributionRequests {

    private ContributionRequests() {}

    /** A claim. */
    record Claim(
            @Nullable ContributionId contribution,
            NetworkId network,
            @Size(min = 1, max = 50) List<ShareOfClaim> shares,
            @Size(max = 120) @Nullable String title,
            @Size(max = 2_000) @Nullable String sentence,
            @Size(max = 10) @Nullable List<Link> links,
            @Size(max = 10) @Nullable List<FileReference> files,
            @Size(max = 2) @Nullable List<Question> answered,
            @Nullable Instant declaredAt,
            @Nullable ContributionId replaces) {}

    /** One contributor's share; without {@code contributor} it is one's own. */
    record ShareOfClaim(
            @Nullable ShareId share,
            @Nullable AccountId contributor,
            KindCode kind,
            QuantitySaid quantity,
            LocalDate day,
            @Nullable LocalTime startTime,
            @Nullable Where where,
            @Nullable Payment payment,
            @Nullable Capacity capacity,
            @Nullable OrganisationId onBehalfOf,
            @Nullable Audience audience,
            @Size(max = 50) @Nullable List<MemberId> helped,
            @Size(max = 50) @Nullable List<MemberId> companions,
            @Size(max = 50) @Nullable List<MemberId> borrowers,
            @Nullable GatheringId gathering,
            @Nullable NeedId need,
            @Nullable KitId kit,
            @Size(max = 120) @Nullable String fundingConvention,
            @Nullable ContributionId reusedFrom) {}

    /** Minutes, or units; what is left out is zero. */
    record QuantitySaid(
            @Min(0) @Max(1_440) @Nullable Integer session,
            @Min(0) @Max(1_440) @Nullable Integer preparation,
            @Min(0) @Max(1_440) @Nullable Integer travel,
            @Min(0) @Max(1_000_000) @Nullable Integer units) {

        Quantity value() {
            return new Quantity(zero(session), zero(preparation), zero(travel), zero(units));
        }

        private static int zero(@Nullable Integer number) {
            return number == null ? 0 : number;
        }
    }

    /** An address as evidence. */
    record Link(
            @Nullable EvidenceId evidence,
            @Size(min = 1, max = 2_000) String address) {}

    /** A file that was sent before, by its reference. */
    record FileReference(EvidenceId evidence) {}

    /** What one confirms instead of what was claimed. */
    record Correction(
            QuantitySaid quantity,
            @Size(max = 2_000) @Nullable String reason) {}

    /** What a witness says. */
    record Attestation(@Size(max = 2_000) @Nullable String words) {}

    /** A question. */
    record Clarification(@Size(min = 1, max = 2_000) String question) {}

    /** An answer to it. */
    record AnswerToIt(@Size(min = 1, max = 2_000) String answer) {}

    /** Shares accepted for less or left out; all the others are accepted as confirmed. */
    record Validation(@Size(max = 50) @Nullable List<LessThanClaimed> less) {}

    /** A share accepted for less; left out where {@code accepted} is. */
    record LessThanClaimed(
            ShareId share,
            @Nullable QuantitySaid accepted,
            LessReason reason,
            @Size(max = 2_000) @Nullable String words) {}

    /** Why a claim is declined. */
    record Refusal(
            DeclineReason reason,
            @Size(max = 2_000) @Nullable String words) {}

    /** Why a validation is reversed. */
    record Reversal(
            ReversalReason reason,
            @Size(max = 2_000) @Nullable String words) {}

    /** Why another coordinator should decide. */
    record Appeal(@Size(min = 1, max = 2_000) String words) {}

    /** Nothing more needs saying; an empty object or no body. */
    record Nothing() {}
}
