package org.maillage.badge.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of a badge.
 *
 * @param now the time that it is asked for
 * @param email of the person who is said to have received it; null where nobody asks
 * @param keys public keys that the asker trusts to be the issuer's
 */
public record Question(Instant now, @Nullable String email, List<GivenKey> keys) {

    public Question {
        keys = List.copyOf(keys);
    }

    /** Whether it holds now, as far as is known here. */
    public static Question at(Instant now) {
        return new Question(now, null, List.of());
    }

    Optional<String> askedEmail() {
        return Optional.ofNullable(email);
    }
}
