package org.maillage.badge.verify;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.VcJwt;
import org.maillage.badge.verify.Check.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The checks on an assertion of Open Badges 2.0: what its address gives, or its signature. */
final class HostedChecks {

    private static final List<String> REQUIRED = List.of("id", "recipient", "badge", "issuedOn");

    private final Sources sources;
    private final Keys keys;
    private final Register register;

    HostedChecks(Sources sources) {
        this.sources = sources;
        this.register = new Register(sources);
        this.keys = new Keys(sources);
    }

    /** Open Badges 2.0, section 5.1: the assertion's own address must give the same. */
    Verdict hosted(Presented badge, Question question) {
        if (badge.document().path("revoked").booleanValue(false)) {
            return Verdict.of(badge, List.of(readable(badge), revoked(badge.document())));
        }
        var missing = missing(badge.document());
        if (missing.isPresent()) {
            return Verdict.of(badge, List.of(missing.get()));
        }
        var there = badge.id().flatMap(this::document);
        var hosted = hosted(badge, there);
        return verdict(badge, hosted, status(badge, there, hosted), question);
    }

    private Check hosted(Presented badge, Optional<ObjectNode> there) {
        if (there.isEmpty()) {
            return Check.unknown(Kind.SIGNATURE, Reason.HOSTED_NOT_FETCHED);
        }
        if (!there.get().equals(badge.document())
                && !there.get().path("revoked").booleanValue(false)) {
            return Check.failed(Kind.SIGNATURE, Reason.HOSTED_DIFFERS);
        }
        var elsewhere = issuer(badge.document())
                .filter(issuer -> !origin(issuer).equals(badge.id().flatMap(HostedChecks::origin)));
        return elsewhere
                .map(issuer ->
                        Check.failed(Kind.SIGNATURE, Reason.HOSTED_ELSEWHERE).with("about", issuer))
                .orElseGet(() -> Check.passed(Kind.SIGNATURE, Reason.HOSTED_AS_GIVEN));
    }

    /** Open Badges 2.0, section 5.1: unless the issuer allows others, what is hosted is where the issuer is. */
    private static Optional<String> origin(String address) {
        return uri(address).map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** Open Badges 2.0, section 5.2: a token whose payload is the assertion, signed by a key of the issuer's. */
    Verdict signed(Presented badge, VcJwt.Token token, Question question) {
        var wrong = Shape.privateKey(token.header()).or(() -> missing(badge.document()));
        if (wrong.isPresent()) {
            return Verdict.of(badge, List.of(wrong.get()));
        }
        var algorithm = TokenCheck.algorithm(token.header());
        var signature = algorithm.orElseGet(() -> byKey(badge.document(), token, question));
        return verdict(badge, signature, status(badge, Optional.empty(), signature), question);
    }

    /** The assertion names its key, and its badge class the issuer, whose key it must be. */
    private Check byKey(ObjectNode assertion, VcJwt.Token token, Question question) {
        var creator = assertion.path("verification").path("creator").stringValue("");
        var owner =
                uri(creator).flatMap(sources::key).map(key -> key.controller().toString());
        var issuer = issuer(assertion).or(() -> owner).orElse(creator);
        var claim = new Keys.Claim(issuer, creator, null, token.message(), token.signature(), null);
        return keys.check(claim, Signed.contextsKnown(), question).signature();
    }

    private Verdict verdict(Presented badge, Check signature, Check status, Question question) {
        var document = badge.document();
        return Verdict.of(
                named(badge),
                List.of(
                        readable(badge),
                        signature,
                        known(issuer(document)),
                        Period.check(badge, question.now()),
                        status,
                        Recipient.check(document.path("recipient"), question)));
    }

    /** With the definition and the issuer that it names by their addresses, so that it can be told what it is. */
    private Presented named(Presented badge) {
        var definition = document(badge.document().path("badge").stringValue(""));
        var profile = issuer(badge.document()).flatMap(this::document);
        return new Presented(badge.format(), badge.document(), definition.orElse(null), profile.orElse(null));
    }

    private static Check readable(Presented badge) {
        return Check.passed(Kind.FORMAT, Reason.READABLE)
                .with("format", badge.format().name());
    }

    private Check known(Optional<String> issuer) {
        return issuer.map(id -> (uri(id).filter(sources::knows).isPresent()
                                ? Check.passed(Kind.ISSUER, Reason.ISSUER_KNOWN)
                                : Check.unknown(Kind.ISSUER, Reason.ISSUER_UNKNOWN))
                        .with("about", id))
                .orElseGet(() -> Check.unknown(Kind.ISSUER, Reason.ISSUER_UNKNOWN));
    }

    /** Id of the issuer, which the badge class names; the assertion holds it, or its address. */
    private Optional<String> issuer(ObjectNode assertion) {
        var badge = assertion.path("badge");
        var badgeClass = badge.isObject()
                ? Optional.of(badge)
                : document(badge.stringValue("")).map(JsonNode.class::cast);
        return badgeClass
                .map(definition -> definition.path("issuer"))
                .map(node -> node.isObject() ? node.path("id").stringValue("") : node.stringValue(""))
                .filter(id -> !id.isEmpty());
    }

    private Check status(Presented badge, Optional<ObjectNode> there, Check signature) {
        var known = register.check(badge, issuer(badge.document()), signature);
        if (known.isPresent()) {
            return known.get();
        }
        return there.filter(document -> document.path("revoked").booleanValue(false))
                .map(HostedChecks::revoked)
                .orElseGet(() -> there.isPresent()
                        ? Check.passed(Kind.STATUS, Reason.NOT_REVOKED)
                        : Check.unknown(Kind.STATUS, Reason.STATUS_NOT_FETCHED));
    }

    private static Check revoked(ObjectNode assertion) {
        return Check.failed(Kind.STATUS, Reason.REVOKED)
                .with("reason", assertion.path("revocationReason").stringValue(""));
    }

    private static Optional<Check> missing(ObjectNode assertion) {
        return Shape.privateKey(assertion)
                .or(() -> REQUIRED.stream()
                        .filter(name -> !assertion.has(name))
                        .findFirst()
                        .or(() -> assertion.path("verification").isObject()
                                ? Optional.empty()
                                : Optional.of("verification"))
                        .map(name -> Check.failed(Kind.FORMAT, Reason.MISSING_PROPERTY)
                                .with("about", name)));
    }

    private Optional<ObjectNode> document(String address) {
        return uri(address).flatMap(sources::document).flatMap(bytes -> {
            try {
                return Optional.of(StrictJson.readObject(bytes));
            } catch (Malformed e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
