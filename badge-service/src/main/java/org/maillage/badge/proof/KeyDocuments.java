package org.maillage.badge.proof;

import java.net.URI;
import java.util.List;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The documents by which others find an issuer's keys: one a key, the set, and the DID document. */
public final class KeyDocuments {

    public static final String DID = "https://www.w3.org/ns/did/v1";
    public static final String MULTIKEY = "https://w3id.org/security/multikey/v1";
    public static final String JSON_WEB_KEY = "https://w3id.org/security/jwk/v1";

    private KeyDocuments() {}

    /** What the key's own address gives: a Multikey for Ed25519, a JSON Web Key for RSA. */
    public static ObjectNode document(IssuerKey key) {
        return switch (key.key()) {
            case VerifyingKey.Ed25519 ed -> {
                var document = StrictJson.object().put("@context", MULTIKEY);
                document.setAll(multikey(key, ed, key.id(), key.controller()));
                yield document;
            }
            case VerifyingKey.Rsa rsa -> Jwk.of(rsa).put("kid", key.id().toString());
        };
    }

    /** Every key that the issuer answers for, retired ones too (RFC 7517, section 5). */
    public static ObjectNode jwks(List<IssuerKey> keys) {
        var list = JsonNodeFactory.instance.arrayNode();
        keys.stream()
                .filter(IssuerKey::trusted)
                .forEach(key -> list.add(Jwk.of(key.key()).put("kid", key.id().toString())));
        var jwks = StrictJson.object();
        jwks.set("keys", list);
        return jwks;
    }

    /** The DID document of the issuer's did:web; its keys are named by fragments of it. */
    public static ObjectNode didDocument(URI issuer, List<IssuerKey> keys) {
        var did = DidWeb.of(issuer);
        var document = StrictJson.object();
        document.set("@context", StrictJson.texts(List.of(DID, MULTIKEY, JSON_WEB_KEY)));
        document.put("id", did.toString());
        document.set("alsoKnownAs", StrictJson.texts(List.of(issuer.toString())));
        addKeys(
                document,
                keys.stream()
                        .map(key ->
                                new IssuerKey(URI.create(did + DidWeb.fragment(key.id())), did, key.key(), key.state()))
                        .toList());
        return document;
    }

    /**
     * Adds the keys and which of them speak for the issuer (Controlled Identifiers 1.0, section 2.3.2): retired ones do,
     * so that what they signed stays good; stolen ones are named with the time, and speak no more.
     */
    public static void addKeys(ObjectNode document, List<IssuerKey> keys) {
        var methods = JsonNodeFactory.instance.arrayNode();
        keys.forEach(key -> methods.add(method(key)));
        document.set("verificationMethod", methods);
        document.set(
                DataIntegrity.PURPOSE,
                StrictJson.texts(keys.stream()
                        .filter(IssuerKey::trusted)
                        .map(key -> key.id().toString())
                        .toList()));
    }

    private static ObjectNode method(IssuerKey key) {
        return switch (key.key()) {
            case VerifyingKey.Ed25519 ed -> multikey(key, ed, key.id(), key.controller());
            case VerifyingKey.Rsa rsa -> {
                var method = StrictJson.object().put("id", key.id().toString());
                method.put("type", "JsonWebKey")
                        .put("controller", key.controller().toString());
                method.set("publicKeyJwk", Jwk.of(rsa));
                yield revoked(method, key);
            }
        };
    }

    private static ObjectNode multikey(IssuerKey key, VerifyingKey.Ed25519 ed, URI id, URI controller) {
        var method = StrictJson.object().put("id", id.toString());
        method.put("type", "Multikey").put("controller", controller.toString());
        return revoked(method.put("publicKeyMultibase", Multikey.of(ed)), key);
    }

    private static ObjectNode revoked(ObjectNode method, IssuerKey key) {
        return key.state() instanceof KeyState.Compromised(var since)
                ? method.put("revoked", since.toString())
                : method;
    }
}
