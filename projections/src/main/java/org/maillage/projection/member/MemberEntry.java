package org.maillage.projection.member;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/** A member as the directory reads them, with the name of their organisation. */
@Introspected
record MemberEntry(
        UUID network,
        UUID member,
        String name,
        String sortName,
        Member.Status status,
        MemberEvent.@Nullable Origin origin,
        @Nullable UUID organisation,
        @Nullable String organisationName,
        boolean coordinator,
        boolean listed,
        int charterVersion,
        long position) {

    Member asMember() {
        return new Member(
                new MemberId(member),
                new NetworkId(network),
                name,
                status,
                origin,
                organisation == null ? null : new OrganisationId(organisation),
                organisationName,
                coordinator,
                listed,
                charterVersion,
                position);
    }
}
