package org.maillage.web.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.projection.standalone.Standalone;
import org.maillage.relay.Broker;
import org.maillage.web.MaillageApplication;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The program spread over processes of this machine, as docker/compose.yaml spreads it over containers: web processes and
 * processes of the views, on one PostgreSQL and one broker, everything on free ports of the loopback interface.
 */
final class Topology implements AutoCloseable {

    private static final Pattern WEB = Pattern.compile("Maillage is ready: http://localhost:([0-9]+)/");
    private static final Pattern VIEWS = Pattern.compile("health at http://127\\.0\\.0\\.1:([0-9]+)/health");
    private static final String KEY = "YSBrZXkgdGhhdCBpcyB0aGUgc2FtZSBmb3IgYm90aC4=";

    private final Path folder;
    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final Broker broker = Broker.running();
    private final List<Program> programs = new ArrayList<>();

    /** Starts database and broker. */
    Topology(Path folder) throws IOException {
        this.folder = folder;
        // Whoever is killed is missed sooner than by default.
        Files.writeString(folder.resolve("kafka.properties"), "session.timeout.ms=3000\nheartbeat.interval.ms=500\n");
    }

    /** A process, and the port at which it answers. */
    record Program(String name, Process process, int port) {

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    Broker broker() {
        return broker;
    }

    /** What every process is told, by the names of the environment. */
    Map<String, String> environment(String name) {
        var environment = new HashMap<String, String>();
        environment.put("MAILLAGE_DATABASE_URL", database.getUrl() + "?user=" + database.getUser());
        environment.put("MAILLAGE_MASTER_KEY", KEY);
        environment.put("MAILLAGE_DATA", folder.resolve(name).toString());
        environment.put("MAILLAGE_KAFKA", broker.servers());
        environment.put(
                "MAILLAGE_KAFKA_PROPERTIES", folder.resolve("kafka.properties").toString());
        environment.put("MAILLAGE_VIEWS", "elsewhere");
        environment.put("MAILLAGE_CONNECTIONS", "8");
        return environment;
    }

    /** Starts a web process, and waits until it is ready. */
    Program web(String name) throws IOException {
        var environment = environment(name);
        environment.put("MAILLAGE_PORT", "0");
        return start(name, MaillageApplication.class, environment, WEB);
    }

    /** Starts a process of the views. */
    Program views(String name) throws IOException {
        var environment = environment(name);
        environment.put("MAILLAGE_PROJECTIONS_PORT", "0");
        return start(name, Standalone.class, environment, VIEWS);
    }

    private Program start(String name, Class<?> main, Map<String, String> environment, Pattern ready)
            throws IOException {
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Broker.classPath(),
                        main.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = process.inputReader();
        var log = new PrintStream(Files.newOutputStream(folder.resolve(name + ".log")), true, StandardCharsets.UTF_8);
        int port = port(name, said, log, ready);
        Thread.ofVirtual().start(() -> said.lines().forEach(log::println));
        var program = new Program(name, process, port);
        programs.add(program);
        return program;
    }

    private static int port(String name, BufferedReader said, PrintStream log, Pattern ready) throws IOException {
        var all = new StringBuilder();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            log.println(line);
            all.append(line).append('\n');
            var found = ready.matcher(line);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException(name + " did not start: " + all);
    }

    @Override
    public void close() {
        programs.forEach(Program::kill);
    }

    /** Starts two of each, and says where they are, until it is told to end. */
    public static void main(String... args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("maillage-topology-");
        var topology = new Topology(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(topology::close));
        System.out.println("PostgreSQL: " + topology.database.getUrl() + "\nKafka: " + topology.broker.servers());
        for (var name : List.of("views-1", "views-2")) {
            var views = topology.views(name);
            System.out.println(
                    name + ": process " + views.process().pid() + ", http://127.0.0.1:" + views.port() + "/health");
        }
        for (var name : List.of("web-1", "web-2")) {
            var web = topology.web(name);
            System.out.println(name + ": process " + web.process().pid() + ", http://localhost:" + web.port() + "/");
        }
        System.out.println("Their logs are in " + folder + ". Kill any of them; Ctrl-C stops all.");
        new CountDownLatch(1).await();
    }
}
