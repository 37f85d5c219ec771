package org.maillage.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.cli.CommandLine.NotUnderstood;

/** {@code bin/maillage import}, before it asks anything of the program. */
class ImportCommandTest {

    private static final String ID = "0199c0de-0000-7000-8000-000000000001";
    private static final Map<String, String> SHELL = Map.of("MAILLAGE_TOKEN", "maillage_x");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("lines.csv"), "who,what\n");
    }

    @Test
    void what_is_given_wrong_is_said_before_anything_is_sent() {
        assertThatThrownBy(() ->
                        command("--mapping", "nofile.json", "--new", "Essai").run())
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no mapping file nofile.json")
                .hasMessageContaining("openstreetmap");
        assertThatThrownBy(() -> command("--mapping", "dpdk", "--new", "Essai", "--refused", "/nowhere/x.csv")
                        .run())
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no folder for /nowhere/x.csv");
        for (var url : List.of("anything", "ftp://example.org", "http://")) {
            assertThatThrownBy(() -> command("--mapping", "dpdk", "--new", "Essai", "--url", url))
                    .isInstanceOf(NotUnderstood.class)
                    .hasMessageContaining(url + " is no address of the program");
        }
        assertThatThrownBy(() -> command("--mapping", "dpdk")).isInstanceOf(NotUnderstood.class);
        assertThatThrownBy(() -> command("--resume", ID))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageContaining("give --resume alone");
        assertThatThrownBy(() -> of(List.of("--resume", ID, "--new", "Essai"), System.out))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageContaining("give --resume alone");
        assertThatThrownBy(() -> of(List.of("--resume", "hier"), System.out))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageContaining("hier");
    }

    @Test
    void an_import_that_was_stopped_goes_on_and_is_followed_to_its_end_by_its_id_alone() throws Exception {
        var asked = new ArrayList<String>();
        var said = resumed(SHELL, request -> {
            asked.add(request.getRequestMethod() + " "
                    + request.getRequestURI() + " "
                    + request.getRequestHeaders().getFirst("Authorization"));
            var state = request.getRequestMethod().equals("POST") ? "RUNNING" : "CANCELLED";
            return "{\"id\": \"%s\", \"state\": \"%s\", \"lines\": 7, \"networkName\": null, \"failure\": null}"
                    .formatted(ID, state);
        });
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/imports/" + ID + "/resumption Bearer maillage_x",
                        "GET /api/v1/imports/" + ID + " Bearer maillage_x");
        assertThat(said).contains("import " + ID + " CANCELLED", "bin/maillage import --resume " + ID);
    }

    /** What is said of an import that the program answers of so, which comes to no good end. */
    private static String resumed(Map<String, String> shell, Function<HttpExchange, String> answer) throws Exception {
        var program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/api/v1/imports/" + ID, request -> {
            var job = answer.apply(request).getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(200, job.length);
            request.getResponseBody().write(job);
            request.close();
        });
        program.start();
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            var url = "http://127.0.0.1:" + program.getAddress().getPort();
            assertThat(ImportCommand.of(List.of("--resume", ID, "--url", url), shell, out)
                            .run())
                    .isEqualTo(1);
        } finally {
            program.stop(0);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void an_import_that_failed_is_told_with_why_in_the_language_of_the_shell() throws Exception {
        var languages = new ArrayList<String>();
        var shell = Map.of("MAILLAGE_TOKEN", "maillage_x", "LANG", "fr_FR.UTF-8");
        var said = resumed(shell, request -> {
            languages.add(request.getRequestHeaders().getFirst("Accept-Language"));
            return """
                {"id": "%s", "state": "FAILED", "failure": "too-large-unpacked", "networkName": null,
                 "why": "Le fichier compressé est démesuré une fois ouvert."}
                """.formatted(ID);
        });
        assertThat(languages).isNotEmpty().containsOnly("fr");
        assertThat(said)
                .contains("FAILED (too-large-unpacked)", "  Le fichier compressé est démesuré une fois ouvert.");
    }

    @Test
    void an_import_whose_program_goes_away_is_told_to_go_on_by_itself() throws Exception {
        var program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/api/v1/imports/" + ID, request -> {
            if (request.getRequestMethod().equals("POST")) {
                var job =
                        "{\"id\": \"%s\", \"state\": \"RUNNING\"}".formatted(ID).getBytes(StandardCharsets.UTF_8);
                request.sendResponseHeaders(200, job.length);
                request.getResponseBody().write(job);
            }
            request.close();
        });
        program.start();
        try {
            var url = "http://127.0.0.1:" + program.getAddress().getPort();
            var command = of(List.of("--resume", ID, "--url", url), new PrintStream(OutputStream.nullOutputStream()));
            assertThatThrownBy(command::run)
                    .isInstanceOf(NotDone.class)
                    .hasMessageContaining("no answer came from " + url)
                    .hasMessageContaining("goes on by itself")
                    .hasMessageContaining(url + "/administration/imports/" + ID);
        } finally {
            program.stop(0);
        }
    }

    @Test
    void a_refusal_is_told_in_sentences() throws Exception {
        var program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/", request -> {
            var problem = "{\"title\": \"For administrators\", \"detail\": \"You are none.\", \"next\": \"Ask one.\"}"
                    .getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(403, problem.length);
            request.getResponseBody().write(problem);
            request.close();
        });
        program.start();
        try {
            var url = "http://127.0.0.1:" + program.getAddress().getPort();
            var command = of(List.of("--resume", ID, "--url", url), new PrintStream(OutputStream.nullOutputStream()));
            assertThatThrownBy(command::run)
                    .isInstanceOf(NotDone.class)
                    .hasMessage("For administrators. You are none. Ask one. (403)");
        } finally {
            program.stop(0);
        }
    }

    private ImportCommand command(String... options) {
        var args = new ArrayList<>(List.of(file.toString()));
        args.addAll(List.of(options));
        return of(args, new PrintStream(OutputStream.nullOutputStream()));
    }

    private static ImportCommand of(List<String> args, PrintStream out) {
        return ImportCommand.of(args, SHELL, out);
    }
}
