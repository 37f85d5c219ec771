package org.maillage.projection.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;

/**
 * Shares of a whole in so many parts, which they sum to: each is rounded down, and what is left goes, one by one, to the
 * largest remainders; where these are equal, to the earlier role.
 */
final class Proportions {

    private Proportions() {}

    /**
     * Shares of the roles.
     *
     * @param weighed basis points of a day summed over all contribution-days, every role
     * @param days contribution-days; 0 gives all zero
     * @param parts what the shares sum to, such as 10,000 for basis points
     */
    static Map<Role, Integer> of(Map<Role, Long> weighed, int days, int parts) {
        long whole = (long) days * RoleWeights.WHOLE;
        var shares = new EnumMap<Role, Integer>(Role.class);
        var remainders = new EnumMap<Role, Long>(Role.class);
        var left = days == 0 ? 0 : parts;
        for (var role : Role.values()) {
            long scaled = weighed.getOrDefault(role, 0L) * parts;
            var share = days == 0 ? 0 : (int) (scaled / whole);
            shares.put(role, share);
            remainders.put(role, scaled - share * whole);
            left -= share;
        }
        var largest = new ArrayList<>(shares.keySet());
        largest.sort(Comparator.comparing((Role role) -> remainders.getOrDefault(role, 0L))
                .reversed());
        largest.subList(0, left).forEach(role -> shares.merge(role, 1, Integer::sum));
        return shares;
    }
}
