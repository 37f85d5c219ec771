package org.maillage.badge.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.Malformed.Problem;
import org.maillage.badge.proof.DataIntegrity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The proofs within a document (Verifiable Credential Data Integrity 1.0, section 4.4, verify proof). */
final class ProofCheck {

    private static final int MOST_PROOFS = 8;

    private final JsonLdBox box;
    private final Keys keys;

    ProofCheck(JsonLdBox box, Keys keys) {
        this.box = box;
        this.keys = keys;
    }

    /** Every proof of a kind that is known must hold, and there must be one. */
    Signed check(ObjectNode document, Question question) {
        var proofs = proofs(document.path("proof"));
        if (proofs.isEmpty()) {
            return Signed.not(Signed.contextsKnown(), Check.failed(Check.Kind.SIGNATURE, Reason.NO_PROOF));
        }
        var known = proofs.stream().filter(ProofCheck::isKnown).toList();
        if (known.isEmpty()) {
            var kind = proofs.getFirst()
                    .path("cryptosuite")
                    .stringValue(proofs.getFirst().path("type").stringValue(""));
            return Signed.not(
                    Signed.contextsKnown(),
                    keys.notLookedAt(issuer(document), Reason.UNSUPPORTED_PROOF).with("about", kind));
        }
        if (known.size() > MOST_PROOFS) {
            return Signed.not(Signed.contextsKnown(), Check.failed(Check.Kind.SIGNATURE, Reason.TOO_COMPLEX));
        }
        try {
            return all(document, known, question);
        } catch (Malformed e) {
            return malformed(issuer(document), e);
        }
    }

    private Signed all(ObjectNode document, List<ObjectNode> proofs, Question question) throws Malformed {
        var unsigned = document.deepCopy();
        unsigned.remove("proof");
        var canonical = box.canonical(unsigned);
        Signed first = null;
        for (var proof : proofs) {
            var signed = check(unsigned, canonical, proof, question);
            if (!signed.isGood()) {
                return signed;
            }
            first = first == null ? signed : first;
        }
        return Objects.requireNonNull(first);
    }

    private Signed check(ObjectNode unsigned, byte[] canonical, ObjectNode proof, Question question) throws Malformed {
        if (!proof.path("proofPurpose").stringValue("").equals(DataIntegrity.PURPOSE)) {
            return Signed.not(Signed.contextsKnown(), Check.failed(Check.Kind.SIGNATURE, Reason.WRONG_PURPOSE));
        }
        var expires = Shape.time(proof.path("expires"));
        if (expires.isPresent() && expires.get().isBefore(question.now())) {
            return Signed.not(
                    Signed.contextsKnown(),
                    Check.failed(Check.Kind.SIGNATURE, Reason.EXPIRED)
                            .with("time", expires.get().toString()));
        }
        var signature = DataIntegrity.signature(proof);
        if (signature.isEmpty()) {
            return Signed.not(Signed.contextsKnown(), Check.failed(Check.Kind.SIGNATURE, Reason.SIGNATURE_WRONG));
        }
        var claim = new Keys.Claim(
                issuer(unsigned),
                proof.path("verificationMethod").stringValue(null),
                null,
                DataIntegrity.message(box, unsigned.path("@context"), canonical, proof),
                signature.get(),
                Shape.time(proof.path("created")).orElse(null));
        return keys.check(claim, Signed.contextsKnown(), question);
    }

    /** A document that cannot be put into canonical form: what stands in it cannot be what was signed. */
    private Signed malformed(String issuer, Malformed e) {
        var about = Check.failed(Check.Kind.CONTEXTS, Reason.of(e.problem())).with("about", e.named());
        return Signed.not(
                about,
                e.problem() == Problem.UNKNOWN_CONTEXT
                        ? keys.notLookedAt(issuer, Reason.UNKNOWN_CONTEXT)
                        : Check.failed(Check.Kind.SIGNATURE, Reason.of(e.problem())));
    }

    static String issuer(JsonNode credential) {
        var issuer = credential.path("issuer");
        return issuer.isObject() ? issuer.path("id").stringValue("") : issuer.stringValue("");
    }

    private static boolean isKnown(ObjectNode proof) {
        return proof.path("type").stringValue("").equals(DataIntegrity.TYPE)
                && proof.path("cryptosuite").stringValue("").equals(DataIntegrity.CRYPTOSUITE)
                // A chain signs the proofs before it too, which is not looked at here.
                && !proof.has("previousProof");
    }

    private static List<ObjectNode> proofs(JsonNode proof) {
        var proofs = new ArrayList<ObjectNode>();
        if (proof instanceof ObjectNode one) {
            proofs.add(one);
        } else {
            proof.forEach(item -> {
                if (item instanceof ObjectNode one) {
                    proofs.add(one);
                }
            });
        }
        return proofs;
    }
}
