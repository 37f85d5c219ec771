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
        long sum = 0;
        boolean positive = true;
        for (int weight : basisPoints.values()) {
            sum += weight;
            positive &= weight > 0;
        }
        if (sum != WHOLE || !positive) {
            throw new NotWhole(sum);
        }
        basisPoints = Collections.unmodifiableMap(new EnumMap<>(basisPoints));
    }

    /** Weights are not positive, or do not make a whole. */
    public static final class NotWhole extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final long sum;

        private NotWhole(long sum) {
            super("role weights are positive and sum to 10,000 basis points, not to " + sum);
            this.sum = sum;
        }

        /** What they sum to, in basis points. */
        public long sum() {
            return sum;
        }
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
