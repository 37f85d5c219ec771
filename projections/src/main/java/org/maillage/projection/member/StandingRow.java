package org.maillage.projection.member;

import io.micronaut.core.annotation.Introspected;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** A person with a membership that was not left, and its network's name and zone; one row with none of it for nobody's. */
@Introspected
record StandingRow(
        boolean administrator,
        @Nullable UUID network,
        @Nullable String networkName,
        @Nullable String zone,
        @Nullable UUID member,
        @Nullable String name,
        @Nullable Boolean coordinator) {

    boolean isMembership() {
        return network != null;
    }

    Standing asStanding() {
        return new Standing(
                new NetworkId(given(network)),
                given(networkName),
                ZoneId.of(given(zone)),
                new MemberId(given(member)),
                given(name),
                given(coordinator));
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
