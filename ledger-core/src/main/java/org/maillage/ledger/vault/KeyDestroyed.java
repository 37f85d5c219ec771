package org.maillage.ledger.vault;

import org.maillage.ledger.value.MemberId;

/** Something was to be sealed about a membership whose key was destroyed: it stays erased. */
public final class KeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyDestroyed(MemberId member) {
        super("the key of " + member + " was destroyed", null, false, true);
    }
}
