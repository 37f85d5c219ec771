package org.maillage.ledger.event;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** The life of a membership (rule 16). */
public sealed interface MemberEvent extends LedgerEvent {

    /** The membership. */
    MemberId member();

    @Override
    NetworkId network();

    @Override
    default StreamId stream() {
        return StreamId.of(member());
    }

    /** A coordinator invited somebody by e-mail; for the second time where they had left, until they join again. */
    @EventName("member.invited.1")
    record Invited(
            MemberId member, NetworkId network, @Nullable MemberId by, SealedText name, SealedText email)
            implements MemberEvent {}

    /**
     * Somebody was entered as a member without account; listed nowhere until they join where imported.
     *
     * @param by who entered them; null for an import or the program
     * @param cited the claim that cites them; null unless cited
     */
    @EventName("member.entered.1")
    record Entered(
            MemberId member,
            NetworkId network,
            @Nullable MemberId by,
            Origin origin,
            SealedText name,
            @Nullable ContributionId cited)
            implements MemberEvent {}

    /** How a member without account came in. */
    enum Origin {
        COORDINATOR,
        CITED,
        IMPORTED
    }

    /** A person took the membership as theirs: by an invitation, a link or a printed code, or by founding. */
    @EventName("member.joined.1")
    record Joined(MemberId member, NetworkId network, Via via) implements MemberEvent {}

    /** By what a person took a membership. */
    enum Via {
        INVITATION,
        LINK,
        CODE,
        FOUNDING
    }

    /** The member changed their name, or somebody without account had it corrected. */
    @EventName("member.renamed.1")
    record Renamed(MemberId member, NetworkId network, SealedText name) implements MemberEvent {}

    /** The member signed a version of the charter. */
    @EventName("member.charter-signed.1")
    record CharterSigned(MemberId member, NetworkId network, int version) implements MemberEvent {}

    /** The member's organisation changed; null for none. */
    @EventName("member.organisation-changed.1")
    record OrganisationChanged(
            MemberId member, NetworkId network, @Nullable OrganisationId organisation) implements MemberEvent {}

    /** The member left; what was available went to the common fund in the same append (rule 9). */
    @EventName("member.left.1")
    record Left(MemberId member, NetworkId network) implements MemberEvent {}
}
