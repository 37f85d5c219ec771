package org.maillage.web.host.oauth;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.maillage.web.token.SecretToken;

/**
 * Between secrets and the hashes that are kept of them. A row that is read again has its secrets no more: a text stands
 * for each, which is no secret and is written back as the same hash. Only the secret by which a row was found is itself.
 */
final class KeptHash {

    // No secret has a colon: they are base64.
    private static final String MARK = "sha256:";

    private KeptHash() {}

    /** What is kept of a secret, or of a text that stands for one. */
    static byte @Nullable [] of(@Nullable String secret) {
        if (secret == null) {
            return null;
        }
        return secret.startsWith(MARK)
                ? HexFormat.of().parseHex(secret.substring(MARK.length()))
                : new SecretToken(secret).hash();
    }

    /** What was presented, hashed for looking it up; a text that stands for a secret opens nothing. */
    static byte[] presented(String text) {
        return new SecretToken(text).hash();
    }

    /** The secret of a kept hash, where it is the one that was presented; else a text that stands for it. */
    static String value(byte[] kept, @Nullable String presented) {
        return presented != null && MessageDigest.isEqual(kept, presented(presented))
                ? presented
                : MARK + HexFormat.of().formatHex(kept);
    }
}
