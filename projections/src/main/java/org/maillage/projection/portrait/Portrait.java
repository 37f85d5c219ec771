package org.maillage.projection.portrait;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;

/** A member's role portrait: always a share of their own whole, never beside anybody else's (rules 13 and 14). */
public record Portrait(MemberId member, Whole twelveMonths, Whole allTime) {

    /**
     * Contribution-days of a period and their shares by role.
     *
     * @param from first contribution day; null for all time
     * @param through last contribution day
     * @param days contribution-days: pairs of a day and a kind with a validated share
     * @param shares basis points by role, all eight in their order; they sum to 10,000, or to 0 where there is no day.
     *     What integer division leaves goes to the largest remainders, in the roles' order where they are equal
     * @param evidence contribution-days that weigh on each role, all eight in their order
     * @param weighed the same by how much each weighs on the role, in basis points of a day; they sum to 10,000 a day
     */
    public record Whole(
            @Nullable LocalDate from,
            LocalDate through,
            int days,
            Map<Role, Integer> shares,
            Map<Role, Integer> evidence,
            Map<Role, Long> weighed) {

        /** The shares in tenths of a percent, as people read them: they sum to 1,000, or to 0 where there is no day. */
        public Map<Role, Integer> tenths() {
            return Proportions.of(weighed, days, 1_000);
        }
    }
}
