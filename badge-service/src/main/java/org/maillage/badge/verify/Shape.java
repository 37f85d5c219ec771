package org.maillage.badge.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.proof.Jwk;
import tools.jackson.databind.JsonNode;

/** What every credential of Open Badges 3.0 must have, before its signature is worth a look (section 9, data models). */
final class Shape {

    static final int MOST_ENDORSEMENTS = 20;

    private static final Pattern OPEN_BADGES =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json");

    /** Names under which documents hold private keys (Controlled Identifiers 1.0, section 2.2). */
    private static final Set<String> PRIVATE = Set.of(
            "secretKeyMultibase",
            "secretKeyJwk",
            "privateKeyMultibase",
            "privateKeyJwk",
            "privateKeyPem",
            "privateKeyBase58");

    /** What a verdict rests on, beside the signature. */
    private static final List<String> LOOKED_AT = List.of(
            "credentialStatus",
            "validFrom",
            "validUntil",
            "issuanceDate",
            "expirationDate",
            "issuer",
            "credentialSubject");

    /** The first thing that is wrong; empty where nothing is. */
    Optional<Check> check(Presented badge) {
        var document = badge.document();
        return privateKey(document)
                .or(() -> contexts(document))
                .or(() -> missing(document))
                .or(() -> moved(document))
                .or(() -> badge.format().name().startsWith("ENDORSEMENT") ? Optional.empty() : achievement(document));
    }

    /** A private key that was published by mistake: nobody should sign or trust with it from now on. */
    static Optional<Check> privateKey(JsonNode node) {
        var inside = Stream.concat(Stream.of(node), descendants(node));
        return inside.anyMatch(value -> value.isObject() && holdsPrivateKey(value))
                ? Optional.of(Check.failed(Check.Kind.FORMAT, Reason.PRIVATE_KEY_INSIDE))
                : Optional.empty();
    }

    private static Stream<JsonNode> descendants(JsonNode node) {
        return node.valueStream().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    private static boolean holdsPrivateKey(JsonNode object) {
        return PRIVATE.stream().anyMatch(object::has) || (object.has("kty") && Jwk.isPrivate(object));
    }

    /** Open Badges 3.0, section 9.2: an ordered list of which the first two are these. */
    private static Optional<Check> contexts(JsonNode document) {
        var contexts = document.path("@context");
        var first = contexts.path(0).stringValue("");
        var second = contexts.path(1).stringValue("");
        if (!first.equals(Contexts.CREDENTIALS) && !first.equals(Contexts.CREDENTIALS_1)) {
            return Optional.of(wrongContext(first));
        }
        if (!OPEN_BADGES.matcher(second).matches()) {
            return Optional.of(wrongContext(second));
        }
        return DocumentKind.texts(contexts)
                .filter(context -> !Contexts.known().contains(context))
                .findFirst()
                .map(context -> Check.failed(Check.Kind.CONTEXTS, Reason.UNKNOWN_CONTEXT)
                        .with("about", context));
    }

    private static Check wrongContext(String context) {
        return Check.failed(Check.Kind.CONTEXTS, Reason.WRONG_CONTEXT).with("about", context);
    }

    private static Optional<Check> missing(JsonNode document) {
        if (!document.path("id").isString()) {
            return Optional.of(missing("id"));
        }
        var issuer = document.path("issuer");
        if (!issuer.isString() && !issuer.path("id").isString()) {
            return Optional.of(missing("issuer"));
        }
        if (DocumentKind.texts(document.path("type")).noneMatch("VerifiableCredential"::equals)) {
            return Optional.of(missing("type"));
        }
        if (!document.path("credentialSubject").isObject()) {
            return Optional.of(missing("credentialSubject"));
        }
        var from = document.has("validFrom") ? "validFrom" : "issuanceDate";
        if (!document.has(from)) {
            return Optional.of(missing("validFrom"));
        }
        return Stream.of(from, "validUntil", "expirationDate")
                .filter(name -> document.has(name) && time(document.path(name)).isEmpty())
                .findFirst()
                .map(Shape::wrong);
    }

    /**
     * JSON-LD takes what a document says of one id in two places together, and the signature with it: what is looked at
     * here stands where it is looked for.
     */
    private static Optional<Check> moved(JsonNode document) {
        var id = document.path("id");
        return document.valueStream()
                .flatMap(child -> Stream.concat(Stream.of(child), descendants(child)))
                .filter(node -> node.path("id").equals(id))
                .flatMap(node -> LOOKED_AT.stream().filter(node::has))
                .findFirst()
                .map(Shape::wrong);
    }

    private static Optional<Check> achievement(JsonNode document) {
        var subject = document.path("credentialSubject");
        if (!subject.has("id") && subject.path("identifier").isEmpty()) {
            return Optional.of(missing("credentialSubject.id"));
        }
        var achievement = subject.path("achievement");
        return List.of("id", "name", "description").stream()
                .filter(name -> !achievement.path(name).isString())
                .findFirst()
                .or(() -> achievement.path("criteria").isObject() ? Optional.empty() : Optional.of("criteria"))
                .map(name -> missing("credentialSubject.achievement." + name));
    }

    private static Check missing(String name) {
        return Check.failed(Check.Kind.FORMAT, Reason.MISSING_PROPERTY).with("about", name);
    }

    private static Check wrong(String name) {
        return Check.failed(Check.Kind.FORMAT, Reason.WRONG_PROPERTY).with("about", name);
    }

    /** A time as documents have it (XML Schema dateTimeStamp); empty for anything else. */
    static Optional<Instant> time(JsonNode node) {
        try {
            return Optional.of(OffsetDateTime.parse(node.stringValue("")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
