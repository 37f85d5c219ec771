package org.maillage.badge.status;

import java.util.Arrays;
import java.util.Optional;

/** What a bit of a list says (Bitstring Status List 1.0, section 2.2). */
public enum StatusPurpose {
    /** It is good no more, for ever. */
    REVOCATION("revocation"),
    /** It is not to be relied on for now. */
    SUSPENSION("suspension");

    private final String key;

    StatusPurpose(String key) {
        this.key = key;
    }

    /** The word in documents. */
    public String key() {
        return key;
    }

    public static Optional<StatusPurpose> of(String key) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.key.equals(key))
                .findFirst();
    }
}
