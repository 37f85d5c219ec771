package org.maillage.badge.verify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.badge.verify.Check.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Badges of the network, signed, and what a verdict says: shared by the tests of the verifier. */
final class Trial {

    static final JsonLdBox BOX = new JsonLdBox();
    static final Issuance ISSUANCE = new Issuance(BOX);
    static final Instant NOW = Samples.AWARDED.plus(Duration.ofDays(30));
    static final SigningKey RSA = SigningKey.generate(KeyKind.RSA);
    static final Signer RSA_SIGNER = new Signer(URI.create(Samples.NETWORK + "/keys/rsa"), Samples.NETWORK, RSA);

    private Trial() {}

    /** A world that knows the network, both of its keys, and its list, in which nothing is set. */
    static World world() {
        return World.knowingTheNetwork()
                .key(new IssuerKey(RSA_SIGNER.id(), Samples.NETWORK, RSA.verifying(), new KeyState.Active()))
                .document(Samples.LIST.toString(), list(List.of(), NOW.minusSeconds(60)));
    }

    static Verdict verify(World world, byte[] bytes) {
        return new Verifier(BOX, world, Unbaking.none()).verify(bytes, Question.at(NOW));
    }

    static Credential.Badge withoutStatus() {
        return with(Samples.badge(), null, List.of(), List.of());
    }

    static Credential.Badge with(
            Credential.Badge badge,
            StatusEntry status,
            List<HashedIdentity> identities,
            List<ObjectNode> endorsements) {
        return new Credential.Badge(
                badge.id(),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                identities,
                badge.awarded(),
                badge.validFrom(),
                badge.validUntil(),
                status,
                badge.narrative(),
                badge.image(),
                badge.evidence(),
                endorsements);
    }

    static Credential.Endorsement endorsement(URI issuer) {
        return new Credential.Endorsement(
                URI.create("https://badges.example.org/endorsements/1"),
                Profile.named(issuer, "Une pair"),
                "Recommandation",
                Samples.badge().id(),
                "Très bien",
                Samples.AWARDED,
                null);
    }

    static ObjectNode list(List<Integer> places, Instant at) {
        return new StatusList(
                        Samples.LIST,
                        Samples.NETWORK,
                        StatusPurpose.REVOCATION,
                        Bitstring.of(places),
                        at,
                        Duration.ofDays(1),
                        Duration.ofMinutes(5))
                .signed(BOX, Samples.SIGNER);
    }

    static ObjectNode signed(Credential badge) {
        return ISSUANCE.signed(badge, Samples.SIGNER, Samples.AWARDED);
    }

    static byte[] bytes(ObjectNode document) {
        return StrictJson.write(document);
    }

    static Reason reason(Verdict verdict, Kind kind) {
        return check(verdict, kind).reason();
    }

    static Check check(Verdict verdict, Kind kind) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
