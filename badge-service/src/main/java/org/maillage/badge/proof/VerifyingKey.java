package org.maillage.badge.proof;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The public half of a key. */
public sealed interface VerifyingKey {

    /** Whether the signature is of these bytes by this key; false for a signature of a wrong length too. */
    boolean verifies(byte[] message, byte[] signature);

    /** Ed25519 (RFC 8032), 32 bytes. */
    @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content
    record Ed25519(byte[] bytes) implements VerifyingKey {

        public static final int LENGTH = 32;

        public Ed25519 {
            if (bytes.length != LENGTH) {
                throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
            }
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return signature.length == org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE
                    && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                            signature, 0, bytes, 0, message, 0, message.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ed25519 key && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** RSA with a modulus of 2,048 to 8,192 bits, for RS256 (RFC 7518, section 3.3). */
    record Rsa(RSAPublicKey key) implements VerifyingKey {

        private static final int LEAST_BITS = 2_048;
        private static final int MOST_BITS = 8_192;

        public Rsa {
            var bits = key.getModulus().bitLength();
            if (bits < LEAST_BITS || bits > MOST_BITS || key.getPublicExponent().bitLength() > Integer.SIZE) {
                throw new IllegalArgumentException("an RSA key of " + bits + " bits");
            }
        }

        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            try {
                var rs256 = Signature.getInstance("SHA256withRSA");
                rs256.initVerify(key);
                rs256.update(message);
                return rs256.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
