package org.maillage.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maillage.ledger.vault.Vault;

/**
 * A secret that is printed and typed: 60 random bits. Capitals and digits that no reader takes for one another.
 *
 * @param value 12 characters without the hyphens between its groups
 */
record JoinCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static JoinCode next() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** The code that follows from random bytes, of which the first 12 count. */
    static JoinCode of(byte[] random) {
        var value = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            // 32 letters divide 256, so that each is as likely as the others.
            value.append(ALPHABET.charAt(Math.floorMod(random[i], ALPHABET.length())));
        }
        return new JoinCode(value.toString());
    }

    /** Reads what somebody typed, with or without spaces, hyphens and capitals; empty where it is no code. */
    static Optional<JoinCode> read(String typed) {
        var value = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new JoinCode(value)) : Optional.empty();
    }

    /** As it is printed: three groups of four. */
    String printed() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    /** What is kept of it: keyed, because so few bits could be tried one by one against a plain hash. */
    byte[] hmac(Vault vault) {
        return vault.hmac(("join-code " + value).getBytes(StandardCharsets.UTF_8));
    }

    /** Says that it is there, never what it is. */
    @Override
    public String toString() {
        return "code";
    }
}
