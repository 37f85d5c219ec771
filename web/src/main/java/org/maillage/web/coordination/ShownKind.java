package org.maillage.web.coordination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;

/**
 * The ready claims of one kind that were counted when a page was shown, none of them one's own: what comes into the list
 * after them, and what happens to a claim after it, leaves that claim out of deciding them together.
 *
 * @param submitted position in the journal after which none of them was submitted
 * @param changed position in the journal after which nothing had happened to any of them
 */
record ShownKind(KindCode kind, long submitted, long changed) {

    /** Most that are decided at once. */
    static final int AT_ONCE = 200;

    /** The oldest ones, whatever page is shown; empty where it is of no one kind, or of claims that are not ready. */
    static List<QueueItem> oldest(@Nullable KindCode kind, Tab tab, Projections views, Standing standing) {
        return kind == null || tab != Tab.READY
                ? List.of()
                : new ShownKind(kind, Long.MAX_VALUE, Long.MAX_VALUE).claims(views, standing);
    }

    /** Those that were counted; empty where there is none. */
    static Optional<ShownKind> of(@Nullable KindCode kind, List<QueueItem> counted) {
        if (kind == null || counted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ShownKind(
                kind,
                counted.getLast().submitted(),
                counted.stream().mapToLong(QueueItem::position).max().orElse(0)));
    }

    /** The claims, oldest first. */
    List<QueueItem> claims(Projections views, Standing standing) {
        return views.queue()
                .ofKind(standing.network(), Tab.READY, kind, standing.member(), submitted, changed, AT_ONCE);
    }

    /**
     * Those of the claims shown that are as they were, and those that are decided by now: by the same form, sent twice, or
     * by somebody else. What anything else happened to is none of them.
     */
    List<ContributionId> asShown(List<ContributionId> claims, Projections views, Standing standing) {
        var ready =
                claims(views, standing).stream().map(QueueItem::contribution).collect(Collectors.toSet());
        var others = claims.stream().filter(claim -> !ready.contains(claim)).toList();
        var decided = views.contributions().summaries(standing.network(), others).stream()
                .filter(claim -> !claim.state().isOpen())
                .map(ContributionSummary::contribution)
                .collect(Collectors.toSet());
        return claims.stream()
                .filter(claim -> ready.contains(claim) || decided.contains(claim))
                .toList();
    }
}
