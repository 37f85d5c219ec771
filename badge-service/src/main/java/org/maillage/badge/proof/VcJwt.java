package org.maillage.badge.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.Malformed.Problem;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as a signed JSON Web Token (Open Badges 3.0, section 8.2): the payload is the credential itself with the
 * registered claims beside it.
 */
public final class VcJwt {

    public static final String ALGORITHM = "RS256";

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /** Three parts of which the first or the second begins as a JSON object in base64url does. */
    private static final Pattern MEANT = Pattern.compile("(?:eyJ[^.]*+\\.[^.]*+|[^.{]*+\\.eyJ[^.]*+)\\.[^.]*+");

    private VcJwt() {}

    /**
     * A token that was read, not yet judged.
     *
     * @param message what is signed: the first two parts as they came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Token(ObjectNode header, ObjectNode payload, byte[] message, byte[] signature) {}

    /** Whether a text looks like a compact token: three parts of base64url, the last of which may be empty. */
    public static boolean looksLike(String text) {
        return COMPACT.matcher(text).matches();
    }

    /** Whether a text was a compact token, though a letter of it may have been changed since. */
    public static boolean isMeant(String text) {
        return MEANT.matcher(text).matches();
    }

    /** Signs a credential, which has issuer.id, id, validFrom and credentialSubject.id, and is not changed. */
    public static String sign(ObjectNode credential, Signer signer) {
        var header = StrictJson.object();
        header.put("alg", ALGORITHM).put("kid", signer.id().toString()).put("typ", "JWT");
        var payload = credential.deepCopy();
        payload.put("iss", credential.path("issuer").path("id").stringValue());
        payload.put("jti", credential.path("id").stringValue());
        payload.put("nbf", seconds(credential, "validFrom"));
        payload.put("sub", credential.path("credentialSubject").path("id").stringValue());
        if (credential.has("validUntil")) {
            payload.put("exp", seconds(credential, "validUntil"));
        }
        var message = Jwk.base64(StrictJson.write(header)) + '.' + Jwk.base64(StrictJson.write(payload));
        return message + '.' + Jwk.base64(signer.key().sign(message.getBytes(US_ASCII)));
    }

    /** Takes a compact token apart. @throws Malformed where it is none, or its parts are no JSON objects */
    public static Token read(String text) throws Malformed {
        if (!looksLike(text)) {
            throw new Malformed(Problem.NOT_JSON, "not a compact token");
        }
        var parts = text.split("\\.", -1);
        return new Token(
                StrictJson.readObject(decoded(parts[0])),
                StrictJson.readObject(decoded(parts[1])),
                (parts[0] + '.' + parts[1]).getBytes(US_ASCII),
                decoded(parts[2]));
    }

    private static byte[] decoded(String part) throws Malformed {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new Malformed(Problem.NOT_JSON, "not base64url");
        }
    }

    private static long seconds(ObjectNode credential, String name) {
        return Instant.parse(credential.path(name).stringValue()).getEpochSecond();
    }
}
