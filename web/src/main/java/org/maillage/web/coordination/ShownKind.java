package org.maillage.web.coordination;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;

/**
 * The ready claims of one kind up to the end of a page as it was shown: what comes into the list after it, and what
 * happens to a claim after it, leaves that claim out of deciding them together.
 *
 * @param submitted position in the journal after which no claim of the page was submitted
 * @param changed position in the journal after which nothing had happened to a claim of the page
 */
record ShownKind(KindCode kind, long submitted, long changed) {

    /** Most that are decided at once. */
    static final int AT_ONCE = 500;

    /** Those of a page; empty where the page is of no one kind, or of claims that are not ready, or empty. */
    static Optional<ShownKind> of(@Nullable KindCode kind, Tab tab, List<QueueItem> page) {
        if (kind == null || tab != Tab.READY || page.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ShownKind(
                kind,
                page.stream().mapToLong(QueueItem::submitted).max().orElse(0),
                page.stream().mapToLong(QueueItem::position).max().orElse(0)));
    }

    /** The claims, oldest first. */
    List<ContributionId> claims(Projections views, NetworkId network) {
        return views.queue().ofKind(network, Tab.READY, kind, submitted, changed, AT_ONCE);
    }
}
