package org.maillage.badge.credential;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.status.StatusEntry;
import tools.jackson.databind.node.ObjectNode;

/** What a network or a person attests by a signature (Verifiable Credentials Data Model 2.0, Open Badges 3.0). */
public sealed interface Credential {

    /** Address, or URN, of the credential. */
    URI id();

    Profile issuer();

    Thing thing();

    /** The credential as JSON-LD, without a proof. */
    default ObjectNode json() {
        return json(thing());
    }

    /** What is signed, as canonical N-Quads, where no JSON-LD processor is needed to know it. */
    default Optional<byte[]> canonical() {
        return thing().canonical();
    }

    /**
     * A badge that somebody was awarded (AchievementCredential).
     *
     * @param recipient an opaque name of the person within this badge alone, such as a URN of a UUID
     * @param identities hashed addresses, only where the person asked for it
     * @param awarded when it was awarded
     * @param validFrom orders the versions of one credential: raised when it is issued anew
     * @param validUntil null where it never expires
     * @param status where others look whether it was revoked
     * @param narrative what connects the evidence
     * @param endorsements signed endorsements, as they came
     */
    record Badge(
            URI id,
            Profile issuer,
            Achievement achievement,
            URI recipient,
            List<HashedIdentity> identities,
            Instant awarded,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable StatusEntry status,
            @Nullable String narrative,
            @Nullable Image image,
            List<Evidence> evidence,
            List<ObjectNode> endorsements)
            implements Credential {

        public Badge {
            identities = List.copyOf(identities);
            evidence = List.copyOf(evidence);
            endorsements = List.copyOf(endorsements);
        }

        @Override
        public Thing thing() {
            var subject = Thing.of(recipient, Type.ACHIEVEMENT_SUBJECT)
                    .many(
                            Term.IDENTIFIER,
                            identities.stream().map(HashedIdentity::thing).toList())
                    .text(Term.NARRATIVE, narrative)
                    .one(Term.ACHIEVEMENT, achievement.thing());
            return Thing.of(id, Type.VERIFIABLE_CREDENTIAL, Type.OPEN_BADGE_CREDENTIAL)
                    .text(Term.NAME, achievement.name())
                    .one(Term.ISSUER, issuer.thing())
                    .text(Term.VALID_FROM, second(validFrom))
                    .text(Term.VALID_UNTIL, second(validUntil))
                    .text(Term.AWARDED_DATE, second(awarded))
                    .one(Term.IMAGE, image == null ? null : image.thing())
                    .one(Term.CREDENTIAL_SUBJECT, subject)
                    .many(Term.EVIDENCE, evidence.stream().map(Evidence::thing).toList())
                    .foreign(Term.ENDORSEMENT, endorsements)
                    .one(Term.CREDENTIAL_STATUS, statusOf(status));
        }
    }

    /**
     * What somebody says in favour of a badge, a definition or an issuer (EndorsementCredential).
     *
     * @param name shown in wallets
     * @param endorsed the id of what is endorsed
     */
    record Endorsement(
            URI id,
            Profile issuer,
            String name,
            URI endorsed,
            @Nullable String comment,
            Instant validFrom,
            @Nullable StatusEntry status)
            implements Credential {

        @Override
        public Thing thing() {
            return Thing.of(id, Type.VERIFIABLE_CREDENTIAL, Type.ENDORSEMENT_CREDENTIAL)
                    .text(Term.NAME, name)
                    .one(Term.ISSUER, issuer.thing())
                    .text(Term.VALID_FROM, second(validFrom))
                    .one(
                            Term.CREDENTIAL_SUBJECT,
                            Thing.of(endorsed, Type.ENDORSEMENT_SUBJECT).text(Term.ENDORSEMENT_COMMENT, comment))
                    .one(Term.CREDENTIAL_STATUS, statusOf(status));
        }
    }

    /** The JSON-LD of a credential's tree. */
    static ObjectNode json(Thing thing) {
        var document = StrictJson.object();
        document.set("@context", StrictJson.texts(List.of(Contexts.CREDENTIALS, Contexts.OPEN_BADGES)));
        return thing.json(document);
    }

    private static @Nullable String second(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable Thing statusOf(@Nullable StatusEntry entry) {
        return entry == null
                ? null
                : Thing.of(entry.id(), Type.BITSTRING_STATUS_LIST_ENTRY)
                        .text(Term.STATUS_PURPOSE, entry.purpose().key())
                        .text(Term.STATUS_LIST_INDEX, Integer.toString(entry.index()))
                        .link(Term.STATUS_LIST_CREDENTIAL, entry.list());
    }
}
