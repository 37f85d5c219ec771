package org.maillage.ledger.vault;

import java.util.Base64;

/** The real vault over keys in memory, for tests of what seals and opens. */
public final class TestVault {

    static final MasterKey MASTER = MasterKey.fromBase64(Base64.getEncoder().encodeToString(new byte[32]));

    private TestVault() {}

    /** An empty vault of its own; all of them have the same master key, so that their hashes are the same. */
    public static SealedVault empty() {
        return over(new InMemoryMemberKeys());
    }

    /** A vault over keys that other vaults may share, as other processes do. */
    public static SealedVault over(MemberKeys keys) {
        return new SealedVault(keys, MASTER);
    }
}
