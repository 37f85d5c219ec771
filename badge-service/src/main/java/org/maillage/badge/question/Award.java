package org.maillage.badge.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent.AwardCause;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;

/**
 * One member's badge as it was at a time.
 *
 * @param version of the definition by which it was awarded, or renewed last
 * @param content what that version says
 * @param by the coordinator who awarded it; null where its rule was met
 * @param earned the shares that earned it, by day; none where a coordinator awarded it
 * @param recognition the practice whose endorsements earned it; null for none
 * @param narrative why, in the coordinator's words; null where the rule was met, or where the key is destroyed
 * @param evidence an address that shows it; null for none
 * @param day civil day of the award
 * @param expires its last day; null where it does not expire
 * @param number the how manieth award of its network it is, from 0: its place in the status list follows from it
 * @param recipient the member's id for this badge alone
 * @param awardedAt when it was recorded
 * @param standing whether it counts
 * @param review why it waits to be looked at again; null where it does not
 * @param revocation why it was taken back; null where it was not
 * @param endorsements those that stand, the earliest first
 */
public record Award(
        AwardId award,
        NetworkId network,
        BadgeDefinitionId definition,
        int version,
        BadgeContent content,
        MemberId member,
        AwardCause cause,
        @Nullable MemberId by,
        List<EarnedShare> earned,
        @Nullable RecognitionId recognition,
        @Nullable String narrative,
        @Nullable String evidence,
        LocalDate day,
        @Nullable LocalDate expires,
        BadgeCode code,
        long number,
        UUID recipient,
        Instant awardedAt,
        Acceptance acceptance,
        boolean shown,
        Standing standing,
        @Nullable Review review,
        @Nullable Revocation revocation,
        List<Endorsement> endorsements) {

    public Award {
        earned = List.copyOf(earned);
        endorsements = List.copyOf(endorsements);
    }

    /** What its member said of it. */
    public enum Acceptance {
        WAITING,
        ACCEPTED,
        DECLINED
    }

    /** Whether it counts. */
    public enum Standing {
        VALID,
        SUSPENDED,
        EXPIRED,
        REVOKED
    }

    /**
     * It is to be looked at again.
     *
     * @param by the coordinator who asks; null where what had earned it was taken back
     * @param broken the shares that no longer count
     */
    public record Review(Instant since, @Nullable MemberId by, List<EarnedShare> broken) {
        public Review {
            broken = List.copyOf(broken);
        }
    }

    /**
     * It was taken back.
     *
     * @param published what everybody reads; null where the key is destroyed
     */
    public record Revocation(
            Instant at,
            MemberId by,
            RevocationReason reason,
            @Nullable String published) {}

    /**
     * Somebody endorses it.
     *
     * @param organisation for which organisation; null where for themselves
     * @param words what they say; null where nothing, or where a key is destroyed
     */
    public record Endorsement(
            MemberId by,
            @Nullable OrganisationId organisation,
            @Nullable String words,
            Instant since) {}
}
