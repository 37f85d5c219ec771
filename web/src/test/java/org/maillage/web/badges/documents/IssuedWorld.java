package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.Jwk;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Multikey;
import org.maillage.badge.proof.VerifyingKey;
import org.maillage.badge.verify.BakedPictures;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Sources;
import org.maillage.badge.verify.Verdict;
import org.maillage.badge.verify.Verifier;
import tools.jackson.databind.node.ObjectNode;

/** Somebody elsewhere: knows nothing of this program but what its addresses give to anybody. */
final class IssuedWorld implements Sources {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Verifier verifier = new Verifier(new JsonLdBox(), this, new BakedPictures());

    /** What was fetched, by address: for judges that have no network. */
    final Map<URI, ObjectNode> fetched = new LinkedHashMap<>();

    HttpResponse<byte[]> get(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    ObjectNode json(String address) {
        var answer = get(address);
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " gives " + answer.statusCode());
        }
        var document = read(answer.body());
        fetched.put(URI.create(address), document);
        return document;
    }

    static ObjectNode read(byte[] body) {
        try {
            return StrictJson.readObject(body);
        } catch (Malformed e) {
            throw new AssertionError(new String(body, UTF_8), e);
        }
    }

    Verdict verdict(byte[] bytes) {
        return verifier.verify(bytes, Question.at(Instant.now()));
    }

    @Override
    public Optional<FoundKey> key(URI id) {
        var document = json(id.toString());
        var issuer = URI.create(id.toString().replaceAll("/keys/.*", ""));
        var speaks = json(issuer.toString())
                .path("assertionMethod")
                .valueStream()
                .anyMatch(key -> key.stringValue("").equals(id.toString()));
        return speaks
                ? read(document).map(key -> new FoundKey(key, issuer, new KeyState.Active(), true))
                : Optional.empty();
    }

    private static Optional<VerifyingKey> read(ObjectNode document) {
        return document.has("publicKeyMultibase")
                ? Multikey.parse(document.path("publicKeyMultibase").stringValue(""))
                : Jwk.parse(document);
    }

    @Override
    public Optional<byte[]> document(URI address) {
        return Optional.of(get(address.toString()).body());
    }

    @Override
    public Optional<Award> award(URI credential) {
        return Optional.empty();
    }

    @Override
    public boolean knows(URI issuer) {
        return true;
    }
}
