package org.maillage.web.api;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.member.Member;

/** A member as the directory shows them: no amount, no portrait, no figure (rule 14). */
record MemberAnswer(
        MemberId member,
        NetworkId network,
        String name,
        Member.Status status,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        boolean coordinator,
        int charterVersion) {

    static MemberAnswer of(Member member) {
        return new MemberAnswer(
                member.member(),
                member.network(),
                member.name(),
                member.status(),
                member.organisation(),
                member.organisationName(),
                member.coordinator(),
                member.charterVersion());
    }
}
