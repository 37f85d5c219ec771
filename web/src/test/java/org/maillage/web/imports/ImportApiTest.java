package org.maillage.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class ImportApiTest {

    private static final String ROWS = "when,role,person,for_person,org,area,ref\n2026-01-02,author,ana,ana,o,a,r1\n";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private TestNetwork networks;

    @Autowired
    private ApiTokens tokens;

    private HttpResponse<String> start(PersonId by, String field, String value, String file)
            throws IOException, InterruptedException {
        var boundary = "maillage-" + UUID.randomUUID();
        var part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var body = part.formatted("mapping", "", "dpdk")
                + part.formatted(field, "", value)
                + part.formatted("file", "; filename=\"f.csv\"", file)
                + "--" + boundary + "--\r\n";
        var token = tokens.make(by, "essai", true, Duration.ofHours(1)).text();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "fr")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_administrator_imports_a_file() throws Exception {
        var answer = start(networks.make().ali(), "name", "Par l’API", ROWS);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith("/api/v1/imports/"));
    }

    @Test
    void an_unknown_network_an_empty_file_and_an_unreadable_name_are_refused_at_once() throws Exception {
        var ali = networks.make().ali();

        assertThat(start(ali, "network", NetworkId.next().toString(), ROWS).statusCode())
                .isEqualTo(404);
        assertThat(start(ali, "name", "Par l’API", "").statusCode()).isEqualTo(400);
        assertThat(start(ali, "name", "a\u202eb", ROWS).statusCode()).isEqualTo(400);
        assertThat(start(ali, "name", "a\u0000b", ROWS).statusCode()).isEqualTo(400);
    }

    @Test
    void a_member_is_told_that_only_administrators_import() throws Exception {
        var answer = start(networks.make().nadia().person(), "name", "Par l’API", ROWS);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("administrators-only", "réservée aux administrateurs")
                .doesNotContain("Utilisez un jeton");
    }
}
