package org.maillage.badge.credential;

import java.time.Instant;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.proof.DataIntegrity;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.VcJwt;
import tools.jackson.databind.node.ObjectNode;

/** Signs credentials. */
public final class Issuance {

    private final JsonLdBox box;

    public Issuance(JsonLdBox box) {
        this.box = box;
    }

    /**
     * The credential with an {@code eddsa-rdfc-2022} proof: the same credential, key and time give the same bytes.
     *
     * @param signer with an Ed25519 key that the issuer controls
     */
    public ObjectNode signed(Credential credential, Signer signer, Instant created) {
        check(credential, signer, KeyKind.ED25519);
        var thing = credential.thing();
        var document = Credential.json(thing);
        var canonical = thing.canonical().orElseGet(() -> canonical(document));
        document.set("proof", DataIntegrity.prove(canonical, signer, created));
        return document;
    }

    /**
     * The credential as a VC-JWT by RS256.
     *
     * @param signer with an RSA key that the issuer controls
     */
    public String jwt(Credential credential, Signer signer) {
        check(credential, signer, KeyKind.RSA);
        return VcJwt.sign(credential.json(), signer);
    }

    private byte[] canonical(ObjectNode document) {
        try {
            return box.canonical(document);
        } catch (Malformed e) {
            throw new IllegalArgumentException("this credential cannot be signed: " + e.getMessage(), e);
        }
    }

    private static void check(Credential credential, Signer signer, KeyKind kind) {
        if (signer.key().kind() != kind) {
            throw new IllegalArgumentException("this proof takes a key of the kind " + kind);
        }
        if (!signer.controller().equals(credential.issuer().id())) {
            throw new IllegalArgumentException("the key " + signer.id() + " is not the issuer's");
        }
    }
}
