package org.maillage.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;

/**
 * A network whose events wait, because the first of them could not be applied; other networks go on.
 *
 * @param network null for the events of persons, which stand outside the networks
 * @param position of the event that could not be applied
 * @param event its class's simple name
 * @param cause what was thrown: its class and message
 * @param waiting events of the network that wait, this one included
 */
public record Parked(
        @Nullable NetworkId network, long position, String event, String cause, Instant since, long waiting) {}
