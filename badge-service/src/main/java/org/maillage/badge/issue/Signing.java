package org.maillage.badge.issue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.question.Award;
import tools.jackson.databind.node.ObjectNode;

/** Signs what was awarded: the same award gives the same bytes, whenever it is asked. */
final class Signing {

    private final Issuance issuance;
    private final IssuerKeys keys;
    private final SecretKeys secrets;

    Signing(Issuance issuance, IssuerKeys keys, SecretKeys secrets) {
        this.issuance = issuance;
        this.keys = keys;
        this.secrets = secrets;
    }

    /**
     * All that a credential is made of.
     *
     * @param said when what it says was said last
     * @param identities of its member, only where they asked for it
     */
    record Said(
            Award award, Statements.Issuer issuer, Instant said, Language language, List<HashedIdentity> identities) {}

    /** A signed credential and the key that signed it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signed(KnownKey key, byte[] document) {}

    /** With a Data Integrity proof; empty before the network has a key. */
    Optional<Signed> document(Said said, List<KnownKey> known, Statements statements) {
        return KnownKey.signing(known, KeyKind.ED25519, said.said()).map(key -> {
            var created = key.proofOf(said.said());
            var badge = badge(said, created, statements);
            var signed = issuance.signed(badge, keys.signer(key, statements.addresses()), created);
            return new Signed(key, StrictJson.write(signed));
        });
    }

    /** As a token; empty before the network has a key. */
    Optional<String> token(Said said, List<KnownKey> known, Statements statements) {
        return KnownKey.signing(known, KeyKind.RSA, said.said())
                .map(key -> issuance.jwt(
                        badge(said, key.proofOf(said.said()), statements), keys.signer(key, statements.addresses())));
    }

    /** What is said, without a proof. */
    Credential.Badge badge(Said said, Instant validFrom, Statements statements) {
        var endorsements = said.award().endorsements().stream()
                .map(endorsement -> endorsement(said.award(), endorsement, said.issuer(), statements))
                .toList();
        return statements.badge(said, validFrom, endorsements);
    }

    /** An endorsement, signed by its endorser's own key. */
    ObjectNode endorsement(
            Award award, Award.Endorsement endorsement, Statements.Issuer issuer, Statements statements) {
        var signer = Signer.byDidKey(secrets.endorserKey(Statements.endorser(endorsement)));
        URI endorser = signer.controller();
        return issuance.signed(
                statements.endorsement(award, endorsement, endorser, issuer.name()), signer, endorsement.since());
    }

    /** The name of the key that stands for whoever endorses. */
    URI endorser(Award.Endorsement endorsement) {
        return Signer.byDidKey(secrets.endorserKey(Statements.endorser(endorsement)))
                .controller();
    }

    /** Whether it holds words that are sealed, and so is never stored. */
    static boolean holdsSealedWords(Award award) {
        return award.narrative() != null
                || award.evidence() != null
                || !award.endorsements().isEmpty();
    }
}
