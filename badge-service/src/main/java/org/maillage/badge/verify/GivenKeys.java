package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.Jwk;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Multikey;
import org.maillage.badge.proof.VerifyingKey;
import tools.jackson.databind.JsonNode;

/**
 * Public keys as issuers publish them: a Multikey or a did:key as text, RSA as PEM, or JSON: a key, a JSON Web Key Set, a
 * Profile or a DID document with {@code verificationMethod}, a CryptographicKey of Open Badges 2.0.
 */
public final class GivenKeys {

    private static final String DID_KEY = "did:key:";
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    /** A document with more names no issuer. */
    private static final int MOST = 50;

    private GivenKeys() {}

    /** The keys in it, of which it may say that they were stolen; none where there are none that can be read. */
    public static List<GivenKey> read(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1).strip();
        if (!text.startsWith("{")) {
            return text(text).map(GivenKey::of).stream().toList();
        }
        try {
            return keys(StrictJson.readObject(bytes)).limit(MOST).toList();
        } catch (Malformed e) {
            return List.of();
        }
    }

    private static Optional<VerifyingKey> text(String text) {
        if (text.startsWith(PEM_BEGIN)) {
            return pem(text);
        }
        var key = text.startsWith(DID_KEY) ? text.substring(DID_KEY.length()) : text;
        var fragment = key.indexOf('#');
        return Multikey.parse(fragment < 0 ? key : key.substring(0, fragment));
    }

    private static Stream<GivenKey> keys(JsonNode document) {
        if (document.has("keys")) {
            return document.path("keys").valueStream().flatMap(key -> Jwk.parse(key).map(GivenKey::of).stream());
        }
        return document.has("verificationMethod")
                ? document.path("verificationMethod").valueStream().flatMap(method -> key(method).stream())
                : key(document).stream();
    }

    /** Controlled Identifiers 1.0, section 2.2: what is signed after {@code revoked} is worth nothing. */
    private static Optional<GivenKey> key(JsonNode key) {
        var revoked = Shape.time(key.path("revoked"));
        if (key.has("revoked") && revoked.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(
                        Multikey.parse(key.path("publicKeyMultibase").stringValue("")),
                        Jwk.parse(key.path("publicKeyJwk")),
                        pem(key.path("publicKeyPem").stringValue("")),
                        Jwk.parse(key))
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> revoked.map(since -> new GivenKey(found, new KeyState.Compromised(since)))
                        .orElseGet(() -> GivenKey.of(found)));
    }

    /** An RSA key of RFC 7468, section 13. */
    private static Optional<VerifyingKey> pem(String text) {
        var end = text.indexOf(PEM_END);
        if (!text.strip().startsWith(PEM_BEGIN) || end < 0) {
            return Optional.empty();
        }
        var encoded = text.substring(text.indexOf(PEM_BEGIN) + PEM_BEGIN.length(), end);
        try {
            var der = Base64.getMimeDecoder().decode(encoded);
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            return Optional.of(new VerifyingKey.Rsa((RSAPublicKey) key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
