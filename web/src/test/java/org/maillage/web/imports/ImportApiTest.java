package org.maillage.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    private HttpResponse<String> start(PersonId by, String field, String value, String file)
            throws IOException, InterruptedException {
        return send(by, part("mapping", "", "dpdk"), part(field, "", value), csv(file));
    }

    private static String csv(String file) {
        return part("file", "; filename=\"f.csv\"", file);
    }

    private static String part(String name, String more, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value + "\r\n";
    }

    private HttpResponse<String> send(PersonId by, String... parts) throws IOException, InterruptedException {
        var boundary = "maillage-" + UUID.randomUUID();
        var begin = "--" + boundary + "\r\n";
        return sendBody(by, boundary, begin + String.join(begin, parts) + "--" + boundary + "--\r\n");
    }

    private HttpResponse<String> sendBody(PersonId by, String boundary, String body)
            throws IOException, InterruptedException {
        var token = tokens.make(Id.nextUuid(), by, "essai", true, Duration.ofHours(1))
                .orElseThrow()
                .text();
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
        var answer = start(networks.make().ali(), "name", "Par l’API " + UUID.randomUUID(), ROWS);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith("/api/v1/imports/"));
    }

    @Test
    void a_new_network_of_a_name_that_is_there_is_refused_and_the_way_into_that_one_is_named() throws Exception {
        var ali = networks.make().ali();
        var name = "Par l’API " + UUID.randomUUID();
        var first = start(ali, "name", name, ROWS);
        var again = start(ali, "name", "  " + name.toUpperCase(Locale.ROOT) + " ", ROWS);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
        assertThat(again.body()).contains("network-name-taken", "--network", text(first, "network"));
        assertThat(start(ali, "name", name + " bis", ROWS).statusCode()).isEqualTo(201);
    }

    @Test
    void only_an_import_that_was_stopped_and_whose_file_is_kept_goes_on() throws Exception {
        var ali = networks.make().ali();
        var id = text(start(ali, "name", "Par l’API " + UUID.randomUUID(), ROWS), "id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> imports.find(ImportId.of(id)).orElseThrow().state() == ImportState.DONE);

        assertThat(resume(ali, id).statusCode()).isEqualTo(409);
        assertThat(resume(ali, id).body()).contains("import-not-stopped");
        jdbc.sql("update web.import_job set state = 'CANCELLED' where id = ?")
                .param(UUID.fromString(id))
                .update();
        assertThat(resume(ali, id).statusCode()).isEqualTo(409);
        assertThat(resume(ali, id).body()).contains("import-file-gone");
        assertThat(resume(ali, ImportId.next().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_import_that_failed_says_why_in_words_beside_the_code() throws Exception {
        var ali = networks.make().ali();
        var id = text(start(ali, "name", "Par l’API " + UUID.randomUUID(), ROWS), "id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> imports.find(ImportId.of(id)).orElseThrow().state() == ImportState.DONE);
        assertThat(asked(ali, id, HttpRequest.Builder::GET).body()).contains("\"failure\":null", "\"why\":null");
        jdbc.sql("update web.import_job set state = 'FAILED', failure = 'too-large-unpacked' where id = ?")
                .param(UUID.fromString(id))
                .update();

        var failed = asked(ali, id, HttpRequest.Builder::GET);

        assertThat(text(failed, "failure")).isEqualTo("too-large-unpacked");
        assertThat(text(failed, "why")).startsWith("Le fichier compressé est démesuré une fois ouvert.");
    }

    private HttpResponse<String> resume(PersonId by, String id) throws IOException, InterruptedException {
        return asked(by, id + "/resumption", request -> request.POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> asked(PersonId by, String path, UnaryOperator<HttpRequest.Builder> how)
            throws IOException, InterruptedException {
        var token = tokens.make(Id.nextUuid(), by, "essai", true, Duration.ofHours(1))
                .orElseThrow()
                .text();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "fr");
        return client.send(how.apply(request).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer, String field) {
        return ApiJson.mapper().readTree(answer.body()).path(field).asString();
    }

    @Test
    void an_unknown_network_an_empty_file_and_an_unreadable_name_are_refused_at_once() throws Exception {
        var ali = networks.make().ali();

        assertThat(start(ali, "network", NetworkId.next().toString(), ROWS).statusCode())
                .isEqualTo(404);
        assertThat(start(ali, "name", "Par l’API, refusé", "").statusCode()).isEqualTo(400);
        assertThat(start(ali, "name", "a\u202eb", ROWS).statusCode()).isEqualTo(400);
        assertThat(start(ali, "name", "a\u0000b", ROWS).statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_whose_parts_break_off_is_refused_as_a_problem() throws Exception {
        var ali = networks.make().ali();
        for (var body : List.of("--x\r\nContent-Disposition: form-data; name=\"na", "--x", "")) {
            faulty(sendBody(ali, "x", body), "invalid-request", "\"next\":");
        }
    }

    @Test
    void a_part_that_is_missing_or_wrong_is_named_with_what_to_do_next() throws Exception {
        var ali = networks.make().ali();
        var mapping = part("mapping", "", "dpdk");
        var name = part("name", "", "Par l’API");

        faulty(send(ali, mapping, name), "\"parameter\":\"file\"", "Ce champ est obligatoire.");
        faulty(send(ali, csv(ROWS), name), "\"parameter\":\"mapping\"", "Ce champ est obligatoire.");
        faulty(send(ali, csv(ROWS), mapping), "\"parameter\":\"network\"", "Donnez un seul des deux");
        faulty(send(ali, csv(ROWS), part("mapping", "", "{"), name), "mapping-invalid", "\"next\":\"Rien n’a été");
        var bare = """
            {"format": "CSV", "source": "csv:x", "key": ["ref"], "person": "person", "day": "when",
             "kind": {"constant": "review"}}
            """;
        faulty(send(ali, csv(ROWS), part("mapping", "", bare), name), "mapping-invalid", "« network »");
        var file = part("network", "; filename=\"n.txt\"", NetworkId.next().toString());
        faulty(send(ali, csv(ROWS), mapping, file), "\"parameter\":\"network\"", "n’a pas la forme attendue");
    }

    @Test
    void a_mapping_may_be_sent_as_a_file() throws Exception {
        var mapping = part("mapping", "; filename=\"my.json\"", "dpdk");

        var answer = send(networks.make().ali(), csv(ROWS), mapping, part("name", "", "Par un fichier"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void faulty(HttpResponse<String> answer, String where, String said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(where, said, "\"next\":\"");
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
