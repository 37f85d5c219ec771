package org.maillage.web.signin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maillage.ledger.vault.Vault;

/**
 * An address that letters go to; two ways of writing it in other cases are the same address.
 *
 * @param value in lower case, 3 to 254 characters
 */
public record EmailAddress(String value) {

    // What mail servers take in practice; whether it exists shows when the letter arrives.
    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

    /** Reads what somebody typed; empty where it is no address. */
    public static Optional<EmailAddress> read(String typed) {
        var value = typed.strip().toLowerCase(Locale.ROOT);
        return value.length() <= 254 && FORM.matcher(value).matches()
                ? Optional.of(new EmailAddress(value))
                : Optional.empty();
    }

    /** What is kept of it to recognise it: a keyed hash, 32 bytes. */
    public byte[] hmac(Vault vault) {
        return vault.hmac(("sign-in " + value).getBytes(StandardCharsets.UTF_8));
    }

    /** Addresses stay out of logs. */
    @Override
    public String toString() {
        return "address";
    }
}
