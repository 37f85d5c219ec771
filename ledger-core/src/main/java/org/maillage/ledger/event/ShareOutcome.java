package org.maillage.ledger.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;

/**
 * What a validation decided of one share, with all that its amount follows from, so that «Pourquoi 4 ?» is answered
 * from it alone (rule 4).
 *
 * @param share the share
 * @param contributor who contributed
 * @param status what became of it
 * @param kind its kind
 * @param kindVersion version of the kind's definition
 * @param measure what the kind counts
 * @param weights role weights frozen for the portrait (rule 13)
 * @param day day of the contribution
 * @param claimed quantity as submitted
 * @param confirmed quantity as its contributor confirmed or corrected it; null where they never answered
 * @param accepted quantity that counts; at most the confirmed one; all zero unless ACCEPTED
 * @param lessReason why less than claimed was accepted; null where all was
 * @param lessText the same in the coordinator's words, sealed; null where none
 * @param tariffVersion version in force on the day
 * @param rate hundredths of a maille per hour (TIME) or per unit (COUNT)
 * @param credited minutes or units that were credited: accepted, less what exceeded the daily cap
 * @param rounding always {@code HALF_EVEN}
 * @param amount what was issued
 * @param computation the computation as text, such as {@code 120 min × 200 / 60 = 400}
 */
public record ShareOutcome(
        ShareId share,
        AccountId contributor,
        Status status,
        KindCode kind,
        int kindVersion,
        Measure measure,
        RoleWeights weights,
        LocalDate day,
        Quantity claimed,
        @Nullable Quantity confirmed,
        Quantity accepted,
        @Nullable LessReason lessReason,
        @Nullable SealedText lessText,
        int tariffVersion,
        long rate,
        int credited,
        String rounding,
        Mailles amount,
        String computation) {

    /** What became of a share when its claim was validated. */
    public enum Status {
        /** counted, and issued once */
        ACCEPTED,
        /** its contributor never answered; it can be claimed anew (rule 1) */
        LAPSED,
        /** its contributor said that they took no part */
        DENIED,
        /** the coordinator did not accept it, with a reason */
        LEFT_OUT
    }

    /** Why a share was accepted for less, or left out. */
    public enum LessReason {
        TIME_TOO_LONG,
        COUNTED_ELSEWHERE,
        NOT_FOR_THE_NETWORK,
        OTHER
    }
}
