package org.maillage.badge.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.JsonNode;

/** Public keys as people have them at hand. */
public final class PublicKeys {

    private static final String DID_KEY = "did:key:";
    private static final int MOST = 20;

    private PublicKeys() {}

    /**
     * Reads what somebody gives as a key: a multibase text or a did:key, or JSON: a JSON Web Key, a set of them, a Multikey,
     * or the profile or DID document of an issuer.
     *
     * @return at most twenty keys; none where nothing of it can be read
     */
    public static List<VerifyingKey> parse(String given) {
        var text = given.strip();
        if (!text.startsWith("{")) {
            var did = text.startsWith(DID_KEY) ? text.substring(DID_KEY.length()) : text;
            var multikey = did.contains("#") ? did.substring(0, did.indexOf('#')) : did;
            return Multikey.parse(multikey).stream().toList();
        }
        try {
            var found = new ArrayList<VerifyingKey>();
            collect(StrictJson.readObject(text.getBytes(UTF_8)), found);
            return found.stream().distinct().limit(MOST).toList();
        } catch (Malformed e) {
            return List.of();
        }
    }

    private static void collect(JsonNode node, List<VerifyingKey> found) {
        key(node).ifPresent(found::add);
        for (var list : List.of("keys", "verificationMethod", "assertionMethod")) {
            node.path(list).forEach(item -> key(item).ifPresent(found::add));
        }
    }

    private static Optional<VerifyingKey> key(JsonNode node) {
        if (node.has("publicKeyMultibase")) {
            return Multikey.parse(node.path("publicKeyMultibase").stringValue(""));
        }
        return Jwk.parse(node.has("publicKeyJwk") ? node.path("publicKeyJwk") : node);
    }
}
