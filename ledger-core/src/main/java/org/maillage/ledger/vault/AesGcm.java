package org.maillage.ledger.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 12 bytes before the ciphertext and a tag of 16 behind it. A
 * random nonce allows 2^32 texts under one key; a key here is one membership's.
 */
final class AesGcm {

    static final int NONCE = 12;
    static final int TAG = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    /** How many bytes {@link #encrypt} makes of so many. */
    static int sizeOf(int clear) {
        return NONCE + clear + TAG;
    }

    /** Puts nonce, ciphertext and tag at the buffer's position. */
    static void encrypt(SecretKey key, byte[] clear, byte[] bound, ByteBuffer into) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        into.put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(ByteBuffer.wrap(clear), into);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    /** Reads what {@link #encrypt} put, to the end of the buffer; empty if a bit of it, of the key or of what it is bound to differs. */
    static Optional<byte[]> decrypt(SecretKey key, ByteBuffer from, byte[] bound) {
        if (from.remaining() < NONCE + TAG) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        from.get(nonce);
        try {
            var clear = new byte[from.remaining() - TAG];
            cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(from, ByteBuffer.wrap(clear));
            return Optional.of(clear);
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
