package org.maillage.web.token;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what a row keeps by a secret that only a browser holds: AES-256-GCM, its nonce of 12 bytes first. */
public final class TokenSeal {

    private static final int IV = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSeal() {}

    /** What is kept of it. */
    public static byte[] seal(byte[] plain, SecretToken token) {
        var iv = new byte[IV];
        RANDOM.nextBytes(iv);
        var ciphertext = cipher(Cipher.ENCRYPT_MODE, token, iv, plain, 0);
        var whole = Arrays.copyOf(iv, IV + ciphertext.length);
        System.arraycopy(ciphertext, 0, whole, IV, ciphertext.length);
        return whole;
    }

    /** What was sealed. @throws IllegalStateException if it was not, or by another secret */
    public static byte[] open(byte[] whole, SecretToken token) {
        return cipher(Cipher.DECRYPT_MODE, token, Arrays.copyOf(whole, IV), whole, IV);
    }

    private static byte[] cipher(int mode, SecretToken token, byte[] iv, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // The row bears the token's hash; the key is another one, which cannot be made from it.
            var key = new SecretToken("form " + token.text()).hash();
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what a secret seals cannot be sealed or opened", e);
        }
    }
}
