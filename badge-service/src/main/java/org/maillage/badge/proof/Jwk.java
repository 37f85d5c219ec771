package org.maillage.badge.proof;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Public keys as JSON Web Keys (RFC 7517; RFC 8037 for Ed25519). */
public final class Jwk {

    /** Members that only a private key has (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1). */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private Jwk() {}

    /** The key without a {@code kid}. */
    public static ObjectNode of(VerifyingKey key) {
        var jwk = StrictJson.object();
        switch (key) {
            case VerifyingKey.Ed25519 ed -> {
                jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", base64(ed.bytes()));
                jwk.put("alg", "EdDSA");
            }
            case VerifyingKey.Rsa(var rsa) -> {
                jwk.put("kty", "RSA").put("n", base64(unsigned(rsa.getModulus())));
                jwk.put("e", base64(unsigned(rsa.getPublicExponent()))).put("alg", "RS256");
            }
        }
        return jwk.put("use", "sig");
    }

    /** Whether it holds anything of a private key, which must never leave its owner. */
    public static boolean isPrivate(JsonNode jwk) {
        return PRIVATE.stream().anyMatch(jwk::has);
    }

    /** Reads a public RSA or Ed25519 key; empty for others, private ones and nonsense. */
    public static Optional<VerifyingKey> parse(JsonNode jwk) {
        if (isPrivate(jwk)) {
            return Optional.empty();
        }
        try {
            return switch (text(jwk, "kty")) {
                case "RSA" -> Optional.of(rsa(bytes(jwk, "n"), bytes(jwk, "e")));
                case "OKP" ->
                    text(jwk, "crv").equals("Ed25519")
                            ? Optional.of(new VerifyingKey.Ed25519(bytes(jwk, "x")))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static VerifyingKey rsa(byte[] modulus, byte[] exponent) throws GeneralSecurityException {
        var spec = new RSAPublicKeySpec(new BigInteger(1, modulus), new BigInteger(1, exponent));
        return new VerifyingKey.Rsa((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    }

    private static String text(JsonNode jwk, String name) {
        return jwk.path(name).stringValue("");
    }

    private static byte[] bytes(JsonNode jwk, String name) {
        return Base64.getUrlDecoder().decode(text(jwk, name));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
