package org.maillage.badge.issue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.VerifyingKey;

/** A public key as the journal holds it: DER of a SubjectPublicKeyInfo in base64url (RFC 5280, section 4.1; RFC 8410). */
final class PublicKeyText {

    /** What precedes the 32 bytes of an Ed25519 key: algorithm 1.3.101.112, and the head of the bit string. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private PublicKeyText() {}

    static String of(VerifyingKey key) {
        var der = switch (key) {
            case VerifyingKey.Ed25519 ed -> {
                var bytes = Arrays.copyOf(ED25519, ED25519.length + VerifyingKey.Ed25519.LENGTH);
                System.arraycopy(ed.bytes(), 0, bytes, ED25519.length, VerifyingKey.Ed25519.LENGTH);
                yield bytes;
            }
            case VerifyingKey.Rsa rsa -> rsa.key().getEncoded();
        };
        return Base64.getUrlEncoder().withoutPadding().encodeToString(der);
    }

    /** @throws IllegalArgumentException for a text that is no key of this kind */
    static VerifyingKey read(KeyKind kind, String text) {
        var der = Base64.getUrlDecoder().decode(text);
        return switch (kind) {
            case ED25519 -> {
                if (der.length != ED25519.length + VerifyingKey.Ed25519.LENGTH
                        || !Arrays.equals(ED25519, Arrays.copyOf(der, ED25519.length))) {
                    throw new IllegalArgumentException("not an Ed25519 key");
                }
                yield new VerifyingKey.Ed25519(Arrays.copyOfRange(der, ED25519.length, der.length));
            }
            case RSA -> rsa(der);
        };
    }

    private static VerifyingKey rsa(byte[] der) {
        try {
            return new VerifyingKey.Rsa(
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA key", e);
        }
    }
}
