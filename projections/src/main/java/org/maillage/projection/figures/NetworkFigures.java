package org.maillage.projection.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Role;
import org.maillage.projection.contribution.State;
import org.maillage.projection.member.Member;

/**
 * Figures of a network; nothing is by name.
 *
 * @param members by status, every status
 * @param contributions by state, every state
 * @param byKind what is validated, by kind and month of contribution
 * @param byRole the same by role: each share's minutes and units by its frozen weights
 * @param issued all that was issued
 * @param reversed all that was taken back
 * @param balances what all accounts together have available
 */
public record NetworkFigures(
        Map<Member.Status, Long> members,
        Map<State, Long> contributions,
        List<OfKind> byKind,
        List<OfRole> byRole,
        Mailles issued,
        Mailles reversed,
        Mailles balances) {

    public NetworkFigures {
        byKind = List.copyOf(byKind);
        byRole = List.copyOf(byRole);
    }

    /** Whether all balances together are what was issued less what was reversed (rule 10). */
    public boolean isConserved() {
        return issued.minus(reversed).equals(balances);
    }

    /** Validated shares of a kind in a month: how many, accepted minutes of session and preparation, units. */
    public record OfKind(KindCode kind, YearMonth month, long shares, long minutes, long units) {}

    /** Validated minutes and units of a month that weigh on a role, rounded half-even to whole ones. */
    public record OfRole(Role role, YearMonth month, long minutes, long units) {}
}
