package org.maillage.badge.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.DataIntegrity;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The program's proofs behind the two endpoints of the W3C's VC API (section 3.2 and 3.3), so that test suites of others
 * can be pointed at them: {@code POST /credentials/issue} and {@code POST /credentials/verify}, on the loopback
 * address alone. The issuer is a did:key that is made when it starts.
 */
public final class VcApi implements AutoCloseable {

    private static final String PROOFS = "https://w3id.org/security/data-integrity/v2";

    private static final List<String> TIMES = List.of("validFrom", "validUntil", "issuanceDate", "expirationDate");

    /** Section 4.5: what has to say of what type it is. */
    private static final List<String> TYPED =
            List.of("credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence");

    private final JsonLdBox box = new JsonLdBox();
    private final ProofCheck proofs = new ProofCheck(box, new Keys(Sources.none()));
    private final Signer signer = Signer.byDidKey((SigningKey.Ed25519) SigningKey.generate(KeyKind.ED25519));
    private final HttpServer server;

    /** Listens on a port; 0 takes any that is free. */
    public VcApi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/credentials/issue", exchange -> answer(exchange, this::issue));
        server.createContext("/credentials/verify", exchange -> answer(exchange, this::verify));
        server.start();
    }

    /** Serves until the process ends; the argument is the port. */
    public static void main(String[] arguments) throws IOException {
        var api = new VcApi(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        System.out.println(api.address() + " issues as " + api.signer.controller());
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private interface Endpoint {
        Answer answer(ObjectNode request) throws Malformed;
    }

    private record Answer(int status, ObjectNode body) {}

    private Answer issue(ObjectNode request) throws Malformed {
        if (!(request.path("credential") instanceof ObjectNode credential)) {
            return problem("no credential");
        }
        if (!isCredential(credential) || credential.has("proof")) {
            return problem("not a credential that can be issued");
        }
        addProofTerms(credential);
        if (credential.path("issuer") instanceof ObjectNode issuer) {
            issuer.put("id", signer.controller().toString());
        } else {
            credential.put("issuer", signer.controller().toString());
        }
        var signed = DataIntegrity.signed(credential, box.canonical(credential), signer, Instant.now());
        // Suites take it wrapped or bare; where they come by plain HTTP, bare alone.
        return new Answer(201, signed);
    }

    private Answer verify(ObjectNode request) throws Malformed {
        if (!(request.path("verifiableCredential") instanceof ObjectNode credential)) {
            return problem("no credential");
        }
        var now = Question.at(Instant.now());
        var signature = proofs.check(credential, now).signature();
        var period = Period.check(new Presented(Presented.Format.OPEN_BADGES_3, credential), now.now());
        var verified = isCredential(credential)
                && signature.state() == Check.State.PASSED
                && period.state() == Check.State.PASSED;
        var body = StrictJson.object().put("verified", verified);
        body.set(
                "problemDetails",
                StrictJson.texts(
                        List.of(signature.reason().name(), period.reason().name())));
        return new Answer(verified ? 200 : 400, body);
    }

    /** The context of version 1.1 has no terms for proofs of Data Integrity; that of 2.0 has. */
    private static void addProofTerms(ObjectNode credential) {
        if (credential.path("@context") instanceof ArrayNode contexts
                && contexts.path(0).stringValue("").equals(Contexts.CREDENTIALS_1)
                && contexts.valueStream().noneMatch(one -> one.stringValue("").equals(PROOFS))) {
            contexts.add(PROOFS);
        }
    }

    /** Verifiable Credentials Data Model 2.0, section 4.2, as far as a processor of badges looks; or 1.1. */
    private static boolean isCredential(ObjectNode credential) {
        var first = credential.path("@context").path(0).stringValue("");
        return (first.equals(Contexts.CREDENTIALS) || first.equals(Contexts.CREDENTIALS_1))
                && DocumentKind.texts(credential.path("type")).anyMatch("VerifiableCredential"::equals)
                && isAddress(ProofCheck.issuer(credential))
                && !objects(credential.path("credentialSubject")).isEmpty()
                && objects(credential.path("credentialSubject")).stream().noneMatch(JsonNode::isEmpty)
                && TIMES.stream()
                        .map(credential::path)
                        .allMatch(
                                time -> time.isMissingNode() || Shape.time(time).isPresent())
                && TYPED.stream()
                        .flatMap(name -> objects(credential.path(name)).stream())
                        .allMatch(one ->
                                DocumentKind.texts(one.path("type")).findAny().isPresent());
    }

    private static List<JsonNode> objects(JsonNode value) {
        return value.isArray() ? value.valueStream().toList() : value.isMissingNode() ? List.of() : List.of(value);
    }

    private static boolean isAddress(String id) {
        try {
            return new URI(id).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Answer problem(String title) {
        return new Answer(400, StrictJson.object().put("title", title));
    }

    private static void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            var answer = asked(exchange, endpoint);
            var bytes = StrictJson.write(answer.body());
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Answer asked(HttpExchange exchange, Endpoint endpoint) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Answer(405, StrictJson.object().put("title", "POST alone"));
        }
        try {
            return endpoint.answer(
                    StrictJson.readObject(exchange.getRequestBody().readNBytes(StrictJson.MOST_BYTES + 1)));
        } catch (Malformed e) {
            return problem(e.problem().name());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
