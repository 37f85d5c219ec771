package org.maillage.projection.contribution;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.event.SubmittedShare.ImportedRow;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;

/**
 * One share of a claim: claimed, confirmed and accepted.
 *
 * @param startTime local start; null where not said
 * @param claimed as submitted
 * @param answer what its contributor said
 * @param confirmed as confirmed or corrected; null where never answered, or denied
 * @param outcome what a validation made of it; null without a standing validation
 */
public record Share(
        ShareId share,
        AccountId contributor,
        KindCode kind,
        LocalDate day,
        @Nullable LocalTime startTime,
        Where where,
        Payment payment,
        Capacity capacity,
        @Nullable OrganisationId organisation,
        @Nullable OrganisationId onBehalfOf,
        Audience audience,
        List<MemberId> helped,
        List<MemberId> companions,
        List<MemberId> borrowers,
        @Nullable ImportedRow imported,
        Quantity claimed,
        Answer answer,
        @Nullable Quantity confirmed,
        @Nullable Outcome outcome) {

    public Share {
        helped = List.copyOf(helped);
        companions = List.copyOf(companions);
        borrowers = List.copyOf(borrowers);
    }

    /** What its contributor claims or confirms. */
    public Quantity stated() {
        return confirmed == null ? claimed : confirmed;
    }

    /** What a contributor said of their share. */
    public enum Answer {
        WAITING,
        CONFIRMED,
        CORRECTED,
        DENIED
    }

    /**
     * What a validation made of a share.
     *
     * @param lessReason why less was accepted than claimed; null where all was
     * @param lessText the same in words, opened; null where none, empty where it can no longer be opened
     */
    public record Outcome(
            ShareOutcome.Status status,
            Quantity accepted,
            ShareOutcome.@Nullable LessReason lessReason,
            @Nullable String lessText,
            RoleWeights weights,
            int tariffVersion,
            long rate,
            int credited,
            Mailles amount,
            String computation) {}
}
