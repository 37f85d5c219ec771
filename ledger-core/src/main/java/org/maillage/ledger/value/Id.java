package org.maillage.ledger.value;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** An identifier that is a UUID and nothing else. */
public sealed interface Id
        permits AwardId,
                BadgeDefinitionId,
                ContributionId,
                EvidenceId,
                GatheringId,
                ImportId,
                IssuerKeyId,
                KitId,
                MemberId,
                NeedId,
                NetworkId,
                OrganisationId,
                PersonId,
                PlaceId,
                RecognitionId,
                ShareId,
                TransferId {

    /** The UUID itself. */
    UUID value();

    /** A new UUID version 7 (RFC 9562): later ones sort after earlier ones. */
    static UUID nextUuid() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** A UUID version 5 (RFC 9562): the same for the same namespace and name. */
    static UUID named(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }

    /** Reads a UUID in its canonical form of 36 characters. @throws Malformed if it is not one */
    static UUID parse(String text) {
        if (text.length() != 36) {
            throw new Malformed("not a UUID: " + text.length() + " characters");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Malformed("not a UUID: 36 characters of another form");
        }
    }
}
