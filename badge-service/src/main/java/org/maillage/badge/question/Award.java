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
 * @param narrative why, in the coordinator's words; null where the rule alone was met, or where the key is destroyed
 * @param evidence an address that shows it; null for none
 * @param day civil day of the award
 * @param expires its last day; null where it does not expire
 * @param number the how manieth award of its network it is, from 0: its place in the status list follows from it
 * @param recipient the member's id for this badge alone
 * @param awardedAt when it was recorded
 * @param standing whether it counts
 * @param review why it waits to be looked at again; null where it does not
 * @param revocation why it was taken back; null where it was not
 * @param endorsements those that stand, of the badge and of the practice that earned it, the earliest first
 * @param too that a coordinator awarded it too, after its rule did; null where none did
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
        List<Endorsement> endorsements,
        @Nullable Too too) {

    public Award {
        earned = List.copyOf(earned);
        endorsements = List.copyOf(endorsements);
    }

    /** As coordinators know it who awarded it too: awarded by them alone, and then. Any other is as it is. */
    public Award asAwardedToo() {
        return too == null
                ? this
                : new Award(
                        award,
                        network,
                        definition,
                        version,
                        content,
                        member,
                        too.cause(),
                        too.by(),
                        List.of(),
                        null,
                        narrative,
                        evidence,
                        too.day(),
                        expires,
                        code,
                        number,
                        recipient,
                        too.at(),
                        acceptance,
                        shown,
                        standing,
                        review,
                        revocation,
                        endorsements.stream()
                                .filter(endorsement -> endorsement.practice() == null)
                                .toList(),
                        too);
    }

    /** What its member said of it. */
    public enum Acceptance {
        WAITING,
        ACCEPTED,
        DECLINED
    }

    /**
     * A coordinator awarded it too, to a member who had it by its rule and had not accepted it.
     *
     * @param cause by hand, or by a list
     */
    public record Too(AwardCause cause, MemberId by, LocalDate day, Instant at) {}

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
     * Somebody endorses it, or the practice that earned it.
     *
     * @param organisation for which organisation; null where for themselves
     * @param words what they say; null where nothing, or where a key is destroyed
     * @param practice the practice that they endorsed; null where they endorse the badge itself
     */
    public record Endorsement(
            MemberId by,
            @Nullable OrganisationId organisation,
            @Nullable String words,
            Instant since,
            @Nullable RecognitionId practice) {}
}
