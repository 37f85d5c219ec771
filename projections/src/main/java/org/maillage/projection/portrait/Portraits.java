package org.maillage.projection.portrait;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Page;

/** Role portraits, as of a date of recording and through a contribution day (rules 13 and 15). */
public interface Portraits {

    /** Over the twelve months that end with {@code through}, and over all time until then. */
    Portrait portrait(NetworkId network, MemberId member, LocalDate through, LocalDate asOf);

    /**
     * The contribution-days behind a role, newest day first.
     *
     * @param from first contribution day; null for all time
     * @param cursor null for the first page
     */
    Page<PortraitEvidence> evidence(
            NetworkId network,
            MemberId member,
            Role role,
            @Nullable LocalDate from,
            LocalDate through,
            LocalDate asOf,
            @Nullable String cursor,
            int limit);
}
