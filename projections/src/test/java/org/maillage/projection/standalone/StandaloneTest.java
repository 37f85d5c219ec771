package org.maillage.projection.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.PostgresMemberKeys;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.ledger.vault.VaultSchema;
import org.maillage.relay.Broker;
import org.maillage.relay.Eventually;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as it is started: processes that find each other, and are killed. */
class StandaloneTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final Pattern ADDRESS = Pattern.compile("health at (http://127\\.0\\.0\\.1:[0-9]+)/health");

    /** A process and where it answers. */
    private record Program(Process process, String address) implements AutoCloseable {

        static Program start(World world, Path folder) throws IOException {
            var properties = folder.resolve("kafka.properties");
            Files.writeString(properties, "session.timeout.ms=3000\nheartbeat.interval.ms=500\n");
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            Broker.classPath(),
                            Standalone.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment()
                    .putAll(Map.of(
                            "MAILLAGE_DATABASE_URL", url(world.ledger),
                            "MAILLAGE_VIEWS_DATABASE_URL", url(world.database),
                            "MAILLAGE_MASTER_KEY", KEY,
                            "MAILLAGE_KAFKA", world.topic.broker().servers(),
                            "MAILLAGE_KAFKA_TOPIC", world.topic.name(),
                            "MAILLAGE_KAFKA_PROPERTIES", properties.toString(),
                            "MAILLAGE_PROJECTIONS_PORT", "0",
                            "MAILLAGE_PROJECTIONS_GROUP", "processes-" + world.topic.name()));
            var process = builder.start();
            return new Program(process, address(process.inputReader()));
        }

        private static String address(BufferedReader said) throws IOException {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                var found = ADDRESS.matcher(line);
                if (found.find()) {
                    return found.group(1);
                }
            }
            throw new IOException("it ended without saying where it is");
        }

        private static String url(javax.sql.DataSource database) {
            var plain = (PGSimpleDataSource) database;
            return plain.getUrl() + (plain.getUrl().contains("?") ? "&" : "?") + "user="
                    + Objects.requireNonNull(plain.getUser());
        }

        HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
            try (var client = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create(address + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
                for (int i = 0; i < headers.length; i += 2) {
                    request.header(headers[i], headers[i + 1]);
                }
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            }
        }

        JsonNode health() throws Exception {
            return JsonMapper.shared().readTree(ask("GET", "/health").body());
        }

        boolean has(int partitions) throws Exception {
            return health().get("partitions").size() == partitions;
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }

    @Test
    void of_two_processes_one_is_killed_and_the_other_goes_on_with_its_partitions(@TempDir Path folder)
            throws Exception {
        try (var world = World.of(9, 1_600, 8)) {
            VaultSchema.migrate(world.ledger);
            try (var one = Program.start(world, folder)) {
                Eventually.holds(
                        "it waits for a relay", () -> one.ask("GET", "/health").statusCode() == 503);
                world.grow(600);
                try (var other = Program.start(world, folder)) {
                    Eventually.holds("each has half of the partitions", () -> one.has(4) && other.has(4));
                    world.grow(400);
                    one.kill();
                    world.growToTheEnd();
                    Eventually.holds(
                            "the other has all and is where the journal is",
                            () -> other.has(8) && other.health().get("position").asLong() == world.journal.position());
                    answersOperators(other, world);
                }
            }
            var vault = new SealedVault(new PostgresMemberKeys(world.ledger), MasterKey.fromBase64(KEY));
            world.assertSameAsInProcess(world.database, vault);
        }
    }

    private static void answersOperators(Program program, World world) throws Exception {
        var health = program.ask("GET", "/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"state\":\"following\"", "\"lag\":0", "\"parked\":[]");
        assertThat(program.ask("GET", "/metrics").body())
                .contains(
                        "maillage_views_position " + world.journal.position(),
                        "maillage_views_following 1",
                        "maillage_views_partitions 8",
                        "# TYPE maillage_views_events_total counter");
        assertThat(program.ask("POST", "/retry/installation").body()).isEqualTo("{\"applied\":true}");
        assertThat(program.ask("POST", "/retry/nobody").statusCode()).isEqualTo(400);
        assertThat(program.ask("GET", "/nothing").statusCode()).isEqualTo(404);
        assertThat(program.ask("POST", "/rebuild/topic", "Origin", "https://exemple.fr")
                        .statusCode())
                .isEqualTo(403);
        for (var source : new String[] {"topic", "journal"}) {
            World.execute(world.database, "delete from views.contribution");
            assertThat(program.ask("POST", "/rebuild/" + source).statusCode()).isEqualTo(202);
            Eventually.holds(
                    "it is rebuilt",
                    () -> program.health()
                            .get("rebuild")
                            .get("stage")
                            .asString()
                            .equals("done"));
        }
    }

    @Test
    void what_is_missing_in_the_environment_is_named() {
        assertThatThrownBy(() -> StandaloneSettings.of(Map.of()))
                .hasMessageContaining("MAILLAGE_DATABASE_URL: the address");
        assertThatThrownBy(() -> StandaloneSettings.of(Map.of("MAILLAGE_DATABASE_URL", "jdbc:postgresql:x")))
                .hasMessageContaining("MAILLAGE_KAFKA: host:port");
        assertThatThrownBy(() -> StandaloneSettings.of(
                        Map.of("MAILLAGE_DATABASE_URL", "jdbc:postgresql:x", "MAILLAGE_KAFKA", "kafka:9092")))
                .hasMessageContaining("MAILLAGE_MASTER_KEY");
        assertThatThrownBy(() -> StandaloneSettings.of(Map.of(
                        "MAILLAGE_DATABASE_URL",
                        "jdbc:postgresql:x",
                        "MAILLAGE_KAFKA",
                        "kafka:9092",
                        "MAILLAGE_MASTER_KEY",
                        KEY,
                        "MAILLAGE_PROJECTIONS_PORT",
                        "many")))
                .hasMessageContaining("MAILLAGE_PROJECTIONS_PORT is not a number");
        var settings = StandaloneSettings.of(Map.of(
                "MAILLAGE_DATABASE_URL", "jdbc:postgresql:x", "MAILLAGE_KAFKA", "k:1", "MAILLAGE_MASTER_KEY", KEY));
        assertThat(settings.views()).isEqualTo("jdbc:postgresql:x");
        assertThat(settings.group()).isEqualTo("maillage-views");
    }

    @Test
    void a_database_is_read_from_either_kind_of_address() {
        assertThat(StandaloneSettings.jdbc("postgresql://ma%20illage:p%40+s@db.example:5433/ledger?sslmode=require"))
                .isEqualTo(
                        "jdbc:postgresql://db.example:5433/ledger?sslmode=require&user=ma%20illage&password=p%40%2Bs");
        assertThat(StandaloneSettings.jdbc("postgres://db/ledger")).isEqualTo("jdbc:postgresql://db/ledger");
        assertThat(StandaloneSettings.jdbc("jdbc:postgresql://db/ledger")).isEqualTo("jdbc:postgresql://db/ledger");
    }
}
