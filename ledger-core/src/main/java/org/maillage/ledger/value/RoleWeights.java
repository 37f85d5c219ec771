package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a kind weighs on the eight roles.
 *
 * @param basisPoints by role, each from 1 to 10,000, together 10,000; roles without weight are absent; in the roles'
 *     order
 */
public record RoleWeights(@JsonValue Map<Role, Integer> basisPoints) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    @JsonCreator
    public RoleWeights {
        if (basisPoints.values().stream().anyMatch(w -> w < 1)
                || basisPoints.values().stream().mapToLong(Integer::longValue).sum() != WHOLE) {
            throw new IllegalArgumentException("role weights are positive and sum to 10,000 basis points");
        }
        basisPoints = Collections.unmodifiableMap(new EnumMap<>(basisPoints));
    }

    /** All of the weight on one role. */
    public static RoleWeights all(Role role) {
        return new RoleWeights(Map.of(role, WHOLE));
    }

    /** Half of the weight on each of two roles. */
    public static RoleWeights halves(Role one, Role other) {
        return new RoleWeights(Map.of(one, WHOLE / 2, other, WHOLE / 2));
    }
}
