package org.maillage.web.badges.memory;

import java.time.Instant;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.NetworkId;

/**
 * What an answer about a badge rests on.
 *
 * @param until when it no longer holds, whatever happens: a badge may expire, and what was verified is verified again
 */
record Basis(AwardId award, NetworkId network, Instant until) {

    /** The attribute of a request whose answer may be kept. */
    static final String OF_REQUEST = Basis.class.getName();
}
