package org.maillage.badge.verify;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.proof.Jwk;
import org.maillage.badge.proof.VcJwt;
import org.maillage.badge.proof.VerifyingKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The signature of a token and the claims beside its credential (Open Badges 3.0, section 8.2.4). */
final class TokenCheck {

    private final Keys keys;

    TokenCheck(Keys keys) {
        this.keys = keys;
    }

    Signed check(VcJwt.Token token, ObjectNode credential, Question question) {
        var wrong = algorithm(token.header()).or(() -> claims(token.payload(), credential));
        if (wrong.isPresent()) {
            return Signed.not(Signed.contextsKnown(), wrong.get());
        }
        return keys.check(claim(token, ProofCheck.issuer(credential)), Signed.contextsKnown(), question);
    }

    static Keys.Claim claim(VcJwt.Token token, String issuer) {
        return new Keys.Claim(
                issuer,
                token.header().path("kid").stringValue(null),
                inside(token.header()),
                token.message(),
                token.signature(),
                seconds(token.payload().path("nbf")).orElse(null));
    }

    private static @Nullable VerifyingKey inside(ObjectNode header) {
        return header.has("jwk") ? Jwk.parse(header.path("jwk")).orElse(null) : null;
    }

    /** RFC 8725, sections 3.1 and 3.2: the algorithms that are taken, never one that the token chooses freely. */
    static Optional<Check> algorithm(ObjectNode header) {
        var algorithm = header.path("alg").stringValue("");
        if (algorithm.equalsIgnoreCase("none")) {
            return Optional.of(Check.failed(Check.Kind.SIGNATURE, Reason.ALGORITHM_NONE));
        }
        var known = algorithm.equals(VcJwt.ALGORITHM) || algorithm.equals("EdDSA") || algorithm.equals("Ed25519");
        // RFC 7515, section 4.1.11: what a header says must be understood, must be.
        return known && !header.has("crit") && !header.has("b64")
                ? Optional.empty()
                : Optional.of(Check.failed(Check.Kind.SIGNATURE, Reason.UNSUPPORTED_ALGORITHM)
                        .with("about", known ? "crit" : algorithm));
    }

    private static Optional<Check> claims(ObjectNode payload, ObjectNode credential) {
        var from = credential.has("validFrom") ? "validFrom" : "issuanceDate";
        var until = credential.has("validUntil") ? "validUntil" : "expirationDate";
        if (!text(payload, "iss").equals(ProofCheck.issuer(credential))) {
            return Optional.of(mismatch("iss"));
        }
        if (!text(payload, "jti").equals(text(credential, "id"))) {
            return Optional.of(mismatch("jti"));
        }
        if (!Objects.equals(
                payload.path("sub").stringValue(null),
                credential.path("credentialSubject").path("id").stringValue(null))) {
            return Optional.of(mismatch("sub"));
        }
        if (!isSecond(payload.path("nbf"), credential.path(from))) {
            return Optional.of(mismatch("nbf"));
        }
        var says = payload.has("exp") || credential.has(until);
        return says && !isSecond(payload.path("exp"), credential.path(until))
                ? Optional.of(mismatch("exp"))
                : Optional.empty();
    }

    private static Check mismatch(String claim) {
        return Check.failed(Check.Kind.SIGNATURE, Reason.CLAIM_MISMATCH).with("about", claim);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    private static boolean isSecond(JsonNode seconds, JsonNode time) {
        return seconds(seconds).equals(Shape.time(time).map(at -> Instant.ofEpochSecond(at.getEpochSecond())));
    }

    private static Optional<Instant> seconds(JsonNode number) {
        return number.isNumber() && Math.abs(number.doubleValue()) < 1e11
                ? Optional.of(Instant.ofEpochSecond((long) number.doubleValue()))
                : Optional.empty();
    }
}
