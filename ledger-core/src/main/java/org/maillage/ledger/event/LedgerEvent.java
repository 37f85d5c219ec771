package org.maillage.ledger.event;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.StreamId;

/** Anything that the journal keeps. Pseudonymous ids in the clear, personal text sealed (privacy). */
public sealed interface LedgerEvent
        permits ContributionEvent, CreditEvent, MemberEvent, PersonEvent, NetworkEvent, GovernanceEvent, BadgeEvent {

    /** The stream that the event belongs to. */
    StreamId stream();

    /** The network that it happened in: the partition of every feed. Null for events of persons (installation). */
    @Nullable
    NetworkId network();
}
