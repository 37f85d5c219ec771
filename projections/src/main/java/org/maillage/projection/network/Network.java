package org.maillage.projection.network;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;

/**
 * A network.
 *
 * @param parent the network that it is nested in; null for none
 * @param zone the zone of its civil days
 * @param createdOn the day on which it was created
 * @param parentDecides whether the parent's coordinators may decide where no uninvolved one exists (rule 3)
 */
public record Network(
        NetworkId network,
        String name,
        @Nullable NetworkId parent,
        ZoneId zone,
        LocalDate createdOn,
        boolean parentDecides) {}
