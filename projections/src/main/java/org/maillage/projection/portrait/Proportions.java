package org.maillage.projection.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.maillage.ledger.value.Role;

/**
 * Shares of a whole in basis points that sum to 10,000: each is rounded down, and what is left goes, one by one, to the
 * largest remainders; where these are equal, to the earlier role.
 */
final class Proportions {

    private Proportions() {}

    /**
     * Shares of the roles.
     *
     * @param points basis points summed over all contribution-days, every role
     * @param days contribution-days; 0 gives all zero
     */
    static Map<Role, Integer> of(Map<Role, Long> points, int days) {
        var shares = new EnumMap<Role, Integer>(Role.class);
        var left = days == 0 ? 0 : 10_000;
        for (var role : Role.values()) {
            var share = days == 0 ? 0 : (int) (points.getOrDefault(role, 0L) / days);
            shares.put(role, share);
            left -= share;
        }
        if (days > 0) {
            var largest = new ArrayList<>(shares.keySet());
            largest.sort(Comparator.comparingLong((Role role) -> -(points.getOrDefault(role, 0L) % days)));
            largest.subList(0, left).forEach(role -> shares.merge(role, 1, Integer::sum));
        }
        return shares;
    }
}
