package org.maillage.projection.member;

import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/** A membership and the person whose it is (rule 16). */
public record Membership(PersonId person, MemberId member, NetworkId network) {}
