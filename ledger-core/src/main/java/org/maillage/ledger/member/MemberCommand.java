package org.maillage.ledger.member;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.event.MemberEvent.Origin;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PersonId;

/** What can be asked about persons and memberships. */
public sealed interface MemberCommand extends LedgerCommand {

    /** Registers somebody who can sign in. */
    record RegisterPerson(PersonId person) implements MemberCommand {}

    /** Makes a person an administrator of the installation; by an administrator or the program. */
    record AppointAdministrator(PersonId person) implements MemberCommand {}

    /** Invites somebody by e-mail; by a coordinator, or by null from an administrator or the program. */
    record Invite(
            MemberId member, NetworkId network, @Nullable MemberId by, String name, String email)
            implements MemberCommand {}

    /**
     * Enters somebody as a member without account: a coordinator, any member who cites them, or an import.
     *
     * @param name 1 to 120 characters
     */
    record Enter(
            MemberId member,
            NetworkId network,
            @Nullable MemberId by,
            Origin origin,
            String name,
            @Nullable ContributionId cited)
            implements MemberCommand {}

    /** The person takes the membership, which was invited, entered or is new (founding), as theirs. */
    record Join(
            MemberId member,
            NetworkId network,
            PersonId person,
            Via via,
            @Nullable String name) implements MemberCommand {}

    /** Changes the name. */
    record Rename(MemberId member, NetworkId network, String name) implements MemberCommand {}

    /** Signs the charter's newest version, or says which. */
    record SignCharter(MemberId member, NetworkId network, int version) implements MemberCommand {}

    /** Changes one's organisation; null for none. */
    record ChangeOrganisation(
            MemberId member, NetworkId network, @Nullable OrganisationId organisation) implements MemberCommand {}

    /**
     * Says the organisation of somebody who has no account to say it with; by a coordinator. Who has one says it.
     *
     * @param organisation null for none
     */
    record AssignOrganisation(
            MemberId member,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation) implements MemberCommand {}

    /** Leaves; what is available goes to the common fund (rule 9). */
    record Leave(MemberId member, NetworkId network) implements MemberCommand {}
}
