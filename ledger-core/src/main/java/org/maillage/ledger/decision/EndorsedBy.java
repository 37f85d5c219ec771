package org.maillage.ledger.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;

/**
 * Who endorses something: peers, and organisations, each of which speaks once whoever says it for them.
 *
 * @param standing by member or organisation, whether the endorsement stands; false where it was taken back
 */
public record EndorsedBy(Map<UUID, Boolean> standing) {

    static final EndorsedBy NOBODY = new EndorsedBy(Map.of());

    /** Whether somebody's endorsement stands. */
    public boolean stands(MemberId by, @Nullable OrganisationId organisation) {
        return standing.getOrDefault(key(by, organisation), false);
    }

    /** Whether somebody ever endorsed it. */
    public boolean knows(MemberId by, @Nullable OrganisationId organisation) {
        return standing.containsKey(key(by, organisation));
    }

    /** Whether any endorsement stands. */
    public boolean any() {
        return standing.containsValue(true);
    }

    EndorsedBy with(MemberId by, @Nullable OrganisationId organisation) {
        return put(key(by, organisation), true);
    }

    EndorsedBy without(MemberId by, @Nullable OrganisationId organisation) {
        return put(key(by, organisation), false);
    }

    private EndorsedBy put(UUID key, boolean stands) {
        var more = new HashMap<>(standing);
        more.put(key, stands);
        return new EndorsedBy(Map.copyOf(more));
    }

    private static UUID key(MemberId by, @Nullable OrganisationId organisation) {
        return organisation == null ? by.value() : organisation.value();
    }
}
