package org.maillage.ledger.event;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

/** What concerns a person across networks; it stands outside of them (rule 16). */
public sealed interface PersonEvent extends LedgerEvent {

    /** The person. */
    PersonId person();

    @Override
    default @Nullable NetworkId network() {
        return null;
    }

    @Override
    default StreamId stream() {
        return StreamId.of(person());
    }

    /** Somebody can sign in from now on. */
    @EventName("person.registered.1")
    record Registered(PersonId person) implements PersonEvent {}

    /** A person was made an administrator of the installation. */
    @EventName("person.administrator-appointed.1")
    record AdministratorAppointed(PersonId person) implements PersonEvent {}

    /** The person holds a membership: in their own stream, so that they hold one for each network. */
    @EventName("person.membership-held.1")
    record MembershipHeld(PersonId person, MemberId member, NetworkId of) implements PersonEvent {}

    /** A membership is this person's. Its stream is the membership's own, so that it is linked once. */
    @EventName("person.membership-linked.1")
    record MembershipLinked(PersonId person, MemberId member, NetworkId of) implements PersonEvent {

        @Override
        public StreamId stream() {
            return StreamId.membershipOf(member);
        }
    }
}
