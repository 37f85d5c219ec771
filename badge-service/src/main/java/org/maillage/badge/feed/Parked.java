package org.maillage.badge.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;

/**
 * A network whose events wait, because the first of them could not be applied to the tables of badges; other networks go
 * on.
 *
 * @param network null for the events of persons
 * @param position of the event that could not be applied
 * @param event its name
 * @param cause what was thrown
 * @param waiting events of the network that wait, this one included
 */
public record Parked(
        @Nullable NetworkId network, long position, String event, String cause, Instant since, long waiting) {}
