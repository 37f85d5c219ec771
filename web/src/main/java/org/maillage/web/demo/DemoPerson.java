package org.maillage.web.demo;

import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/**
 * Somebody whom a visitor of the demonstration may be with one press; fictional like all the others.
 *
 * @param member their membership of {@code network}, the one to show first
 * @param email an address that leads nowhere
 * @param lineFr who they are, in a few words
 * @param lineEn the same in English
 * @param administrator whether they administer the installation
 */
public record DemoPerson(
        PersonId person,
        MemberId member,
        NetworkId network,
        String networkName,
        String name,
        String email,
        String lineFr,
        String lineEn,
        boolean administrator) {}
