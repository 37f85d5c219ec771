package org.maillage.badge.issue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.VerifyingKey;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;

/**
 * A key that the journal names.
 *
 * @param kept whether this installation has its private half
 * @param retired since when it signs no more; null where it does
 * @param compromised since when it may be in other hands; null where it is not
 */
record KnownKey(
        IssuerKeyId id,
        NetworkId network,
        KeyKind kind,
        VerifyingKey verifying,
        boolean kept,
        Instant added,
        @Nullable Instant retired,
        @Nullable Instant compromised) {

    boolean signs() {
        return kept && retired == null && compromised == null;
    }

    private boolean maySign() {
        return kept && compromised == null;
    }

    private boolean activeAt(Instant time) {
        return !added.isAfter(time) && (retired == null || retired.isAfter(time));
    }

    /**
     * The key that signs what was said at a time: the newest that was active then; else the first that came later. So the
     * same key signs it again whenever it is asked, unless that key was stolen: then the next one signs it anew.
     */
    static Optional<KnownKey> signing(List<KnownKey> keys, KeyKind kind, Instant time) {
        var may = keys.stream()
                .filter(key -> key.kind() == kind && key.maySign())
                .sorted(Comparator.comparing(KnownKey::added)
                        .thenComparing(key -> key.id().value()))
                .toList();
        var active = may.stream().filter(key -> key.activeAt(time)).reduce((_, later) -> later);
        return active.or(
                () -> may.stream().filter(key -> key.added().isAfter(time)).findFirst());
    }

    /** When a proof by this key of something that was said at a time was made: never before the key was known. */
    Instant proofOf(Instant time) {
        return added.isAfter(time) ? added : time;
    }

    /** As others find it. */
    IssuerKey published(Addresses at) {
        return new IssuerKey(at.key(network, id), at.issuer(network), verifying, state());
    }

    KeyState state() {
        if (compromised != null) {
            return new KeyState.Compromised(compromised);
        }
        return retired == null ? new KeyState.Active() : new KeyState.Retired(retired);
    }
}
