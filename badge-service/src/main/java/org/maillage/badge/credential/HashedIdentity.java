package org.maillage.badge.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Who received a badge, told to whoever knows the e-mail address already (Open Badges 3.0, IdentityObject). Guessing
 * addresses takes seconds, whatever the salt: only for a platform that asks for it.
 *
 * @param hash {@code sha256$} and 64 hex digits, of address and salt one after the other
 */
public record HashedIdentity(String hash, String salt) {

    private static final String ALGORITHM = "sha256$";

    /** The hash of an e-mail address in lower case, without white space around it. */
    public static HashedIdentity ofEmail(String email, String salt) {
        return new HashedIdentity(hashOf(email.strip().toLowerCase(Locale.ROOT), salt), salt);
    }

    /** Whether it is of this address, as written or in lower case. */
    public boolean isOf(String email) {
        return hash.equals(hashOf(email, salt)) || equals(ofEmail(email, salt));
    }

    private static String hashOf(String identity, String salt) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((identity + salt).getBytes(UTF_8));
            return ALGORITHM + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Thing thing() {
        return Thing.of(null, Type.IDENTITY_OBJECT)
                .flag(Term.HASHED, true)
                .text(Term.IDENTITY_HASH, hash)
                .text(Term.IDENTITY_TYPE, "emailAddress")
                .text(Term.SALT, salt);
    }
}
