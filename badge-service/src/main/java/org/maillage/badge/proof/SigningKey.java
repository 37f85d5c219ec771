package org.maillage.badge.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** The private half of a key. What it prints never holds the secret. */
public sealed interface SigningKey {

    byte[] sign(byte[] message);

    VerifyingKey verifying();

    /** What must be kept to make the key again, for {@link #of}: never stored but wrapped. */
    byte[] secret();

    KeyKind kind();

    /** A new key from the machine's randomness. */
    static SigningKey generate(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> {
                var seed = new byte[VerifyingKey.Ed25519.LENGTH];
                new SecureRandom().nextBytes(seed);
                yield new Ed25519(seed);
            }
            case RSA -> Rsa.generate();
        };
    }

    /** The key of a kept secret. */
    static SigningKey of(KeyKind kind, byte[] secret) {
        return switch (kind) {
            case ED25519 -> new Ed25519(secret);
            case RSA -> Rsa.of(secret);
        };
    }

    /** Ed25519 (RFC 8032) by BouncyCastle, whose signature of a message is always the same. */
    final class Ed25519 implements SigningKey {

        private final byte[] seed;
        private final byte[] point = new byte[VerifyingKey.Ed25519.LENGTH];

        public Ed25519(byte[] seed) {
            if (seed.length != VerifyingKey.Ed25519.LENGTH) {
                throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
            }
            this.seed = seed.clone();
            org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(this.seed, 0, point, 0);
        }

        @Override
        public byte[] sign(byte[] message) {
            var signature = new byte[org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE];
            org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, point, 0, message, 0, message.length, signature, 0);
            return signature;
        }

        @Override
        public VerifyingKey.Ed25519 verifying() {
            return new VerifyingKey.Ed25519(point);
        }

        @Override
        public byte[] secret() {
            return seed.clone();
        }

        @Override
        public KeyKind kind() {
            return KeyKind.ED25519;
        }
    }

    /** RSA for RS256 (RFC 7518, section 3.3), whose signature of a message is always the same too. */
    final class Rsa implements SigningKey {

        private static final int BITS = 2_048;

        private final RSAPrivateCrtKey key;

        private Rsa(RSAPrivateCrtKey key) {
            this.key = key;
        }

        static Rsa generate() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                return new Rsa((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        static Rsa of(byte[] pkcs8) {
            try {
                var factory = KeyFactory.getInstance("RSA");
                return new Rsa((RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not an RSA key", e);
            }
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                var rs256 = Signature.getInstance("SHA256withRSA");
                rs256.initSign(key);
                rs256.update(message);
                return rs256.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public VerifyingKey.Rsa verifying() {
            try {
                var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
                return new VerifyingKey.Rsa(
                        (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] secret() {
            return key.getEncoded();
        }

        @Override
        public KeyKind kind() {
            return KeyKind.RSA;
        }
    }
}
