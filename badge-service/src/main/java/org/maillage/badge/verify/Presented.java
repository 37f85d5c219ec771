package org.maillage.badge.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a badge says of itself, as far as it can be read; true only where the verdict is good.
 *
 * @param document the credential or assertion, without what wrapped it
 * @param badgeClass the definition that an assertion of Open Badges 2.0 names by its address; null where it is not known
 * @param profile the issuer that the definition names by its address; null where it is not known
 */
public record Presented(
        Format format,
        ObjectNode document,
        @Nullable ObjectNode badgeClass,
        @Nullable ObjectNode profile) {

    Presented(Format format, ObjectNode document) {
        this(format, document, null, null);
    }

    /** What kind of document it is. */
    public enum Format {
        OPEN_BADGES_3,
        OPEN_BADGES_3_JWT,
        ENDORSEMENT,
        ENDORSEMENT_JWT,
        OPEN_BADGES_2_HOSTED,
        OPEN_BADGES_2_SIGNED;

        public boolean isEndorsement() {
            return this == ENDORSEMENT || this == ENDORSEMENT_JWT;
        }
    }

    public Optional<String> id() {
        return text(document.path("id"));
    }

    /** Id of the issuer; an Open Badges 2.0 assertion does not name it itself. */
    public Optional<String> issuer() {
        var issuer = document.path("issuer");
        return text(issuer.isObject() ? issuer.path("id") : issuer);
    }

    public Optional<String> issuerName() {
        return text(document.path("issuer").path("name"))
                .or(() -> text(document.path("badge").path("issuer").path("name")))
                .or(() -> Optional.ofNullable(badgeClass)
                        .flatMap(found -> text(found.path("issuer").path("name"))))
                .or(() -> Optional.ofNullable(profile).flatMap(found -> text(found.path("name"))));
    }

    /** Name of the badge. */
    public Optional<String> name() {
        return text(document.path("credentialSubject").path("achievement").path("name"))
                .or(() -> text(document.path("name")))
                .or(() -> text(document.path("badge").path("name")))
                .or(() -> Optional.ofNullable(badgeClass).flatMap(found -> text(found.path("name"))));
    }

    /** What an endorsement is about, by its id. */
    public Optional<String> endorsed() {
        return format.isEndorsement() ? text(document.path("credentialSubject").path("id")) : Optional.empty();
    }

    /** Day and time of the award, as written. */
    public Optional<String> awarded() {
        return text(document.path("awardedDate"))
                .or(() -> text(document.path("validFrom")))
                .or(() -> text(document.path("issuanceDate")))
                .or(() -> text(document.path("issuedOn")));
    }

    /** When it expires, as written. */
    public Optional<String> expires() {
        return text(document.path("validUntil"))
                .or(() -> text(document.path("expirationDate")))
                .or(() -> text(document.path("expires")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
