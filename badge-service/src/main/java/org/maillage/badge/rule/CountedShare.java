package org.maillage.badge.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;

/**
 * One validated share of a member, as rules see it.
 *
 * @param weights role weights frozen at its validation (rule 13)
 * @param day day of the contribution
 * @param minutes session and preparation that were accepted; 0 for what is counted in units
 * @param place where: a registered place or a commune, as a text that is equal for equal places; null where unknown or
 *     at a distance
 * @param outside whether the outcome counts as a confirmation from outside (rule 3)
 * @param confirmedBy others who confirmed a share of the claim or attested it
 * @param companions those of them who learned beside the member in it
 */
public record CountedShare(
        ContributionId contribution,
        ShareId share,
        KindCode kind,
        RoleWeights weights,
        LocalDate day,
        int minutes,
        @Nullable String place,
        boolean outside,
        Set<MemberId> confirmedBy,
        Set<MemberId> companions) {

    /** By day, and within a day always in the same order. */
    public static final Comparator<CountedShare> BY_DAY = Comparator.comparing(CountedShare::day)
            .thenComparing(counted -> counted.share().value());

    public CountedShare {
        confirmedBy = Set.copyOf(confirmedBy);
        companions = Set.copyOf(companions);
    }
}
