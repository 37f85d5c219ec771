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

    /** The document at this address: a status list, an endorsement, or a hosted document of Open Badges 2.0. */
    Optional<byte[]> document(URI address);

    /** What is known here of a credential, by its id. */
    Optional<Award> award(URI credential);

    /** What this installation knows of an endorsement that names one of its badges. */
    sealed interface Endorsed {

        /** It stands, and this is who gave it. */
        record By(URI endorser) implements Endorsed {}

        /** There is none such, or no longer. */
        record Nobody() implements Endorsed {}
    }

    /** What is known here of an endorsement, by its id; empty where the id is not one of this installation's. */
    default Optional<Endorsed> endorsement(URI id) {
        return Optional.empty();
    }

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
