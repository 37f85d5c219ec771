package org.maillage.badge.verify;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.VerifyingKey;

/**
 * What is known beyond the document: issuers and their keys, lists and hosted documents, and what this installation
 * itself awarded. Whoever implements it decides whether anything is fetched, from where, and within which bounds.
 */
public interface Sources {

    /**
     * A key that a proof names.
     *
     * @param controller the issuer that the key speaks for
     * @param known whether that issuer is one that is trusted here, rather than any that was looked up
     */
    record FoundKey(VerifyingKey key, URI controller, KeyState state, boolean known) {}

    /** What this installation knows of a credential that it issued. */
    sealed interface Award {

        record Standing() implements Award {}

        record Revoked(Instant since, @Nullable String reason) implements Award {}

        record Suspended(Instant since) implements Award {}
    }

    /** The key of this name. */
    Optional<FoundKey> key(URI id);

    /** The document at this address: a status list, or a hosted badge of Open Badges 2.0. */
    Optional<byte[]> document(URI address);

    /** What is known here of a credential, by its id. */
    Optional<Award> award(URI credential);

    /** Whether an issuer is one that is trusted here, all of whose keys {@link #key} finds. */
    boolean knows(URI issuer);

    /** Nothing is known: keys come from the document alone. */
    static Sources none() {
        return new Sources() {
            @Override
            public Optional<FoundKey> key(URI id) {
                return Optional.empty();
            }

            @Override
            public Optional<byte[]> document(URI address) {
                return Optional.empty();
            }

            @Override
            public Optional<Award> award(URI credential) {
                return Optional.empty();
            }

            @Override
            public boolean knows(URI issuer) {
                return false;
            }
        };
    }
}
