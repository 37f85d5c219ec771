package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.value.WebAddress;

/** Addresses that somebody gives as evidence. */
final class Addresses {

    private static final int LONGEST = 2_000;

    private Addresses() {}

    /** An address that may be missing. @throws org.maillage.ledger.Refused where it is not one of the web */
    static @Nullable String optional(@Nullable String address) {
        var clean = Texts.optional(address, LONGEST);
        when(clean != null && WebAddress.fault(clean).isPresent(), Reason.LINK_INVALID);
        return clean;
    }
}
