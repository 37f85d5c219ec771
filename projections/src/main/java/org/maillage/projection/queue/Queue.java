package org.maillage.projection.queue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Page;

/** The coordinators' queue, as of a date of recording (rule 15). */
public interface Queue {

    /** Items by tab; every tab is there. */
    Map<Tab, Long> counts(NetworkId network, QueueFilter filter, LocalDate asOf);

    /** Items of a tab: those that wait longest first, those done last first. A null cursor asks for the first page. */
    Page<QueueItem> items(
            NetworkId network, Tab tab, QueueFilter filter, LocalDate asOf, @Nullable String cursor, int limit);

    /** One item. */
    Optional<QueueItem> item(NetworkId network, ContributionId contribution, LocalDate asOf);

    /** Claims of a tab whose shares are all of one kind, for deciding in bulk: oldest first, at most so many. */
    List<ContributionId> ofKind(NetworkId network, Tab tab, KindCode kind, int limit);

    /** Open items of a tab by kind; a claim counts once for each of its kinds. */
    Map<KindCode, Long> countsByKind(NetworkId network, Tab tab, LocalDate asOf);
}
