package org.maillage.projection.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/**
 * A claim in a list.
 *
 * @param by who claimed
 * @param title opened; null where none, empty where it can no longer be opened
 * @param firstDay earliest day of its shares
 * @param submittedAt when it was recorded
 * @param replaces the claim that this one corrects; null for none
 * @param replacedBy the claim that corrects this one; null for none
 * @param position of the last event applied
 */
public record ContributionSummary(
        ContributionId contribution,
        NetworkId network,
        MemberId by,
        State state,
        @Nullable String title,
        LocalDate firstDay,
        Instant submittedAt,
        @Nullable ContributionId replaces,
        @Nullable ContributionId replacedBy,
        long position,
        List<Share> shares) {

    public ContributionSummary {
        shares = List.copyOf(shares);
    }
}
