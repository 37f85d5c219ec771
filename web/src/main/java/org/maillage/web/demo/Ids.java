package org.maillage.web.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.PlaceId;

/**
 * Ids that follow from a seed and a name alone, so that making the network twice names the same things.
 *
 * @param seed another seed gives another network
 */
record Ids(long seed) {

    /** A UUID of version 8 (RFC 9562, section 5.8) from the SHA-256 of seed and name. */
    UUID of(String name) {
        var bytes = ByteBuffer.wrap(digest(seed + "/" + name));
        var high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        var low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Dice that fall the same way for the same seed and name. */
    Dice dice(String name) {
        return new Dice(ByteBuffer.wrap(digest(seed + "/dice/" + name)).getLong());
    }

    NetworkId network(String name) {
        return new NetworkId(of("network/" + name));
    }

    PersonId person(String name) {
        return new PersonId(of("person/" + name));
    }

    MemberId member(String name) {
        return new MemberId(of("member/" + name));
    }

    OrganisationId organisation(String name) {
        return new OrganisationId(of("organisation/" + name));
    }

    PlaceId place(String name) {
        return new PlaceId(of("place/" + name));
    }

    ContributionId contribution(String name) {
        return new ContributionId(of("contribution/" + name));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
