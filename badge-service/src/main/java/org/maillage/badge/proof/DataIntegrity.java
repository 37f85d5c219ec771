package org.maillage.badge.proof;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.maillage.badge.jsonld.Graph;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data Integrity EdDSA Cryptosuites 1.0, {@code eddsa-rdfc-2022} (section 3.2): what is signed is the hash of the
 * canonical proof options followed by the hash of the canonical document. The same document, key and time give the same
 * proof.
 */
public final class DataIntegrity {

    public static final String TYPE = "DataIntegrityProof";
    public static final String CRYPTOSUITE = "eddsa-rdfc-2022";
    public static final String PURPOSE = "assertionMethod";

    private static final String SECURITY = "https://w3id.org/security#";
    private static final Graph.Term RDF_TYPE = Graph.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final Graph.Term CREATED = Graph.iri("http://purl.org/dc/terms/created");
    private static final Graph.Term SUITE = Graph.iri(SECURITY + "cryptosuite");
    private static final Graph.Term PROOF_PURPOSE = Graph.iri(SECURITY + "proofPurpose");
    private static final Graph.Term METHOD = Graph.iri(SECURITY + "verificationMethod");
    private static final String DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";

    private DataIntegrity() {}

    /**
     * The proof of a document that is known in canonical form.
     *
     * @param canonical the document without its proof, as canonical N-Quads
     * @param created to the second
     */
    public static ObjectNode prove(byte[] canonical, Signer signer, Instant created) {
        var at = created.truncatedTo(ChronoUnit.SECONDS).toString();
        var message = concat(sha256(options(signer.id(), at)), sha256(canonical));
        var proof = StrictJson.object();
        proof.put("type", TYPE).put("created", at);
        proof.put("verificationMethod", signer.id().toString()).put("cryptosuite", CRYPTOSUITE);
        proof.put("proofPurpose", PURPOSE);
        return proof.put("proofValue", Multikey.signature(signer.key().sign(message)));
    }

    /** The document, which is not changed, with its proof as last property. */
    public static ObjectNode signed(ObjectNode document, byte[] canonical, Signer signer, Instant created) {
        var signed = document.deepCopy();
        signed.set("proof", prove(canonical, signer, created));
        return signed;
    }

    /**
     * What a proof of somebody's signs (section 3.2.2, verify proof).
     *
     * @param context of the document
     * @param canonical the document without its proof, as canonical N-Quads
     * @param proof as it came
     * @throws Malformed where the proof's options cannot be put into canonical form
     */
    public static byte[] message(JsonLdBox box, JsonNode context, byte[] canonical, ObjectNode proof) throws Malformed {
        var options = StrictJson.object();
        // Section 3.2.5: the options are read in the document's contexts.
        options.set("@context", context);
        proof.properties().forEach(property -> {
            if (!property.getKey().equals("proofValue") && !property.getKey().equals("@context")) {
                options.set(property.getKey(), property.getValue());
            }
        });
        return concat(sha256(box.canonical(options)), sha256(canonical));
    }

    /** The signature of a proof; empty where it is no multibase base58. */
    public static Optional<byte[]> signature(ObjectNode proof) {
        return Multikey.signature(proof.path("proofValue").stringValue(""));
    }

    /** The proof options of our own proofs in canonical form: five lines in their order. */
    private static byte[] options(URI verificationMethod, String created) {
        var graph = new Graph();
        var proof = graph.blank();
        graph.link(proof, RDF_TYPE, Graph.iri(SECURITY + TYPE));
        graph.value(proof, CREATED, created, DATE_TIME);
        graph.value(proof, SUITE, CRYPTOSUITE, SECURITY + "cryptosuiteString");
        graph.link(proof, PROOF_PURPOSE, Graph.iri(SECURITY + PURPOSE));
        graph.link(proof, METHOD, Graph.iri(verificationMethod.toString()));
        return graph.canonical().orElseThrow();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
