package org.maillage.projection.queue;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Role;

/**
 * What of a queue is asked for.
 *
 * @param kind a share is of this kind; null for all
 * @param role a kind of it weighs on this role; null for all
 * @param text part of the claimant's name, whatever its case and accents; null for all
 */
public record QueueFilter(
        @Nullable KindCode kind,
        @Nullable Role role,
        @Nullable String text) {

    /** Everything. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null);
}
