package org.maillage.badge.verify;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Multikey;
import org.maillage.badge.proof.VerifyingKey;
import org.maillage.badge.verify.Sources.FoundKey;

/** Finds the key of a signature: given by who asks, known here, or in the document itself. */
final class Keys {

    private static final String DID_KEY = "did:key:";

    private final Sources sources;

    Keys(Sources sources) {
        this.sources = sources;
    }

    /**
     * A signature to be looked at.
     *
     * @param issuer id of the issuer, whose key it must be
     * @param keyId the name of the key; null where there is none
     * @param inside a key in the document itself; null where there is none
     * @param created when it was made, as the document says; null where it does not
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Claim(
            String issuer,
            @Nullable String keyId,
            @Nullable VerifyingKey inside,
            byte[] message,
            byte[] signature,
            @Nullable Instant created) {

        /** The key of its name where it has one, and of the same kind as the message's algorithm. */
        boolean isBy(VerifyingKey key) {
            return key.verifies(message, signature);
        }
    }

    /** Checks of signature and issuer. */
    Signed check(Claim claim, Check contexts, Question question) {
        var candidates = candidates(claim);
        // What is known here of a key, above all that it was stolen, counts for more than what the asker believes.
        if (candidates.stream().noneMatch(FoundKey::known)) {
            if (knows(claim.issuer())) {
                return Signed.not(contexts, Check.failed(Check.Kind.SIGNATURE, Reason.NOT_BY_ISSUER));
            }
            var given = given(claim, question);
            if (given.isPresent()) {
                var issuer =
                        Check.passed(Check.Kind.ISSUER, Reason.ISSUER_GIVEN).with("about", claim.issuer());
                return new Signed(contexts, signature(given.get().state(), claim.created()), issuer);
            }
        }
        if (candidates.isEmpty()) {
            return question.keys().isEmpty()
                    ? Signed.not(
                            contexts,
                            Check.unknown(Check.Kind.SIGNATURE, Reason.KEY_NOT_FOUND)
                                    .with("about", claim.keyId() == null ? claim.issuer() : claim.keyId()))
                    : Signed.not(contexts, Check.failed(Check.Kind.SIGNATURE, Reason.SIGNATURE_WRONG));
        }
        return by(candidates.getFirst(), claim, contexts);
    }

    /** A signature that cannot be looked at; an issuer that is known here makes none of that sort. */
    Check notLookedAt(String issuer, Reason reason) {
        return knows(issuer)
                ? Check.failed(Check.Kind.SIGNATURE, Reason.NOT_BY_ISSUER)
                : Check.unknown(Check.Kind.SIGNATURE, reason);
    }

    private boolean knows(String issuer) {
        return uri(issuer).filter(sources::knows).isPresent();
    }

    /** The key that the asker trusts and that made the signature. */
    private static Optional<FoundKey> given(Claim claim, Question question) {
        return question.keys().stream()
                .filter(given -> claim.isBy(given.key()))
                .findFirst()
                .flatMap(given ->
                        uri(claim.issuer()).map(issuer -> new FoundKey(given.key(), issuer, given.state(), true)));
    }

    private Signed by(FoundKey key, Claim claim, Check contexts) {
        if (!claim.isBy(key.key())) {
            return Signed.not(contexts, Check.failed(Check.Kind.SIGNATURE, Reason.SIGNATURE_WRONG));
        }
        if (!key.controller().toString().equals(claim.issuer())) {
            return Signed.not(
                    contexts,
                    Check.failed(Check.Kind.SIGNATURE, Reason.KEY_NOT_OF_ISSUER)
                            .with("about", key.controller().toString()));
        }
        return new Signed(contexts, signature(key.state(), claim.created()), issuer(key));
    }

    private static Check signature(KeyState state, @Nullable Instant created) {
        return switch (state) {
            case KeyState.Active _, KeyState.Retired _ -> Check.passed(Check.Kind.SIGNATURE, Reason.SIGNATURE_GOOD);
            case KeyState.Compromised(var since) ->
                (created != null && created.isBefore(since)
                                ? Check.unknown(Check.Kind.SIGNATURE, Reason.KEY_COMPROMISED_LATER)
                                : Check.failed(Check.Kind.SIGNATURE, Reason.KEY_COMPROMISED))
                        .with("time", since.toString());
        };
    }

    private static Check issuer(FoundKey key) {
        var check = key.known()
                ? Check.passed(Check.Kind.ISSUER, Reason.ISSUER_KNOWN)
                : Check.unknown(Check.Kind.ISSUER, Reason.ISSUER_UNKNOWN);
        return check.with("about", key.controller().toString());
    }

    private List<FoundKey> candidates(Claim claim) {
        var id = claim.keyId() == null ? Optional.<URI>empty() : uri(claim.keyId());
        var known = id.flatMap(sources::key);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        var own = id.flatMap(Keys::didKey);
        if (own.isPresent()) {
            return List.of(own.get());
        }
        // A key that a token brings along says nothing of who its owner is.
        return claim.inside() == null
                ? List.of()
                : uri(claim.issuer()).stream()
                        .map(issuer -> new FoundKey(claim.inside(), issuer, new KeyState.Active(), false))
                        .toList();
    }

    /** did:key: the name is the key, and its controller (The did:key Method 0.9, section 3). */
    private static Optional<FoundKey> didKey(URI id) {
        var text = id.toString();
        if (!text.startsWith(DID_KEY)) {
            return Optional.empty();
        }
        var did = text.contains("#") ? text.substring(0, text.indexOf('#')) : text;
        return Multikey.parse(did.substring(DID_KEY.length()))
                .map(key -> new FoundKey(key, URI.create(did), new KeyState.Active(), false));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
