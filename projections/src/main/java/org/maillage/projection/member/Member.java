package org.maillage.projection.member;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/**
 * A member of a network.
 *
 * @param name empty where it can no longer be opened
 * @param origin how a member without account came in; null where invited or founding
 * @param organisation null for none
 * @param organisationName null for none
 * @param coordinator whether they decide claims
 * @param listed whether other members find them: joined, or without account but not imported (rule 16)
 * @param charterVersion the version that they signed; 0 for none
 * @param position of the last event applied
 */
public record Member(
        MemberId member,
        NetworkId network,
        String name,
        Status status,
        MemberEvent.@Nullable Origin origin,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        boolean coordinator,
        boolean listed,
        int charterVersion,
        long position) {

    /** Where a membership stands. */
    public enum Status {
        INVITED,
        /** a member without account */
        ENTERED,
        JOINED,
        LEFT
    }
}
