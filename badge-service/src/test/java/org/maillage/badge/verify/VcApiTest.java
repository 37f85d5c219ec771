package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.ObjectNode;

class VcApiTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private VcApi api;

    @BeforeEach
    void start() throws IOException {
        api = new VcApi(0);
    }

    @AfterEach
    void stop() {
        api.close();
        client.close();
    }

    @Test
    void what_is_issued_verifies_and_what_is_changed_does_not() throws IOException, InterruptedException, Malformed {
        var issued =
                post("/credentials/issue", asked("credential", Samples.badge().json()));
        assertThat(issued.statusCode()).isEqualTo(201);
        var credential = body(issued);

        assertThat(post("/credentials/verify", asked("verifiableCredential", credential))
                        .statusCode())
                .isEqualTo(200);

        var changed = post("/credentials/verify", asked("verifiableCredential", credential.put("name", "Autre")));
        assertThat(changed.statusCode()).isEqualTo(400);
        assertThat(body(changed).path("problemDetails").path(0).stringValue()).isEqualTo("SIGNATURE_WRONG");
    }

    @Test
    void a_credential_of_version_1_is_issued_with_the_terms_of_its_proof()
            throws IOException, InterruptedException, Malformed {
        var issued = post("/credentials/issue", """
            {"credential": {"@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiableCredential"],
             "issuer": "did:example:issuer", "issuanceDate": "2020-03-16T22:37:26Z",
             "credentialSubject": {"id": "did:example:subject"}}}
            """);
        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(body(issued).path("@context").path(1).stringValue())
                .isEqualTo("https://w3id.org/security/data-integrity/v2");
        assertThat(post("/credentials/verify", asked("verifiableCredential", body(issued)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_credential_is_not_issued() throws IOException, InterruptedException {
        var without = Samples.badge().json();
        without.remove("credentialSubject");

        assertThat(post("/credentials/issue", asked("credential", without)).statusCode())
                .isEqualTo(400);
        assertThat(post("/credentials/issue", "{\"credential\":1e999}").statusCode())
                .isEqualTo(400);
        assertThat(post("/credentials/issue", "{}").statusCode()).isEqualTo(400);
        assertThat(post(
                                "/credentials/issue",
                                asked("credential", Samples.badge().json().put("validFrom", "2026-01-01")))
                        .statusCode())
                .isEqualTo(400);
        var untyped = Samples.badge().json();
        untyped.putObject("credentialStatus").put("id", "https://maillage.example/status#1");
        assertThat(post("/credentials/issue", asked("credential", untyped)).statusCode())
                .isEqualTo(400);
        assertThat(post(
                                "/credentials/issue",
                                asked("credential", Samples.badge().json().put("unheard", "of")))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String asked(String name, ObjectNode credential) {
        var request = StrictJson.object();
        request.set(name, credential);
        return new String(StrictJson.write(request), UTF_8);
    }

    private static ObjectNode body(HttpResponse<String> response) throws Malformed {
        return StrictJson.readObject(response.body().getBytes(UTF_8));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.address() + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
