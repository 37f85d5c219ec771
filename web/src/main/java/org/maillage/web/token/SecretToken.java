package org.maillage.web.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that somebody holds and of which only the hash is kept. It has 256 random bits, so that a plain hash of it
 * cannot be guessed.
 *
 * @param text as it is handed over, once
 */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one, after a prefix by which people recognise what it is; the prefix may be empty. */
    public static SecretToken next(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SecretToken(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The one that follows from 32 random bytes. */
    public static SecretToken of(byte[] random) {
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What is kept of it: SHA-256, 32 bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Says that it is there, never what it is. */
    @Override
    public String toString() {
        return "secret";
    }
}
