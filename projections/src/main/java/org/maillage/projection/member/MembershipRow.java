package org.maillage.projection.member;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.fold.Row;

/** Whose a membership is. */
@MappedEntity("membership")
record MembershipRow(UUID network, UUID member, UUID person, UUID ofNetwork, long position) implements Row {

    @Override
    public Object group() {
        return member;
    }

    Membership asMembership() {
        return new Membership(new PersonId(person), new MemberId(member), new NetworkId(ofNetwork));
    }
}
