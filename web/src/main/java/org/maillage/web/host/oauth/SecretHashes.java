package org.maillage.web.host.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.maillage.web.token.SecretToken;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Applications' secrets have 256 random bits, so that a plain hash of them cannot be guessed. */
final class SecretHashes implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence secret) {
        return HexFormat.of().formatHex(new SecretToken(String.valueOf(secret)).hash());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        return secret != null
                && encoded != null
                && MessageDigest.isEqual(encode(secret).getBytes(US_ASCII), encoded.getBytes(US_ASCII));
    }
}
