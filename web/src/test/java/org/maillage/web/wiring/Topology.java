package org.maillage.web.wiring;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final int START_SECONDS = 240;

    private final Path folder;
    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final Broker broker = Broker.running();
    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Process> processes = new ArrayList<>();

    /** Starts database, broker and mail server; what the processes say is written into the folder. */
    Topology(Path folder) throws IOException {
        this.folder = folder;
        post.start();
        // Whoever is killed is missed sooner than by default.
        Files.writeString(folder.resolve("kafka.properties"), "session.timeout.ms=3000\nheartbeat.interval.ms=500\n");
    }

    /** A process, and the port at which it answers. */
    record Program(String name, Process process, int port) {

        /** Kills it at once, as when its machine fails. */
        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    Broker broker() {
        return broker;
    }

    PGSimpleDataSource database() {
        return database;
    }

    /** Every letter that was sent. */
    GreenMail post() {
        return post;
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
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", Integer.toString(post.getSmtp().getPort()));
        return environment;
    }

    /** Starts a web process, and waits until it is ready. */
    Program web(String name, Map<String, String> further) throws IOException {
        var environment = environment(name);
        environment.put("MAILLAGE_PORT", "0");
        environment.putAll(further);
        return start(name, program(MaillageApplication.class, "-jar", "maillage.jar"), environment, WEB);
    }

    /** Starts a process of the views. */
    Program views(String name) throws IOException {
        var environment = environment(name);
        environment.put("MAILLAGE_PROJECTIONS_PORT", "0");
        return start(name, program(Standalone.class, "-cp", "lib/*"), environment, VIEWS);
    }

    /** Of the extracted program, as bin/run and bin/projections start it, where one is named; else of the tests' classes. */
    private static List<String> program(Class<?> main, String how, String what) {
        var app = System.getProperty("maillage.app");
        if (app == null) {
            return List.of("-cp", Broker.classPath(), main.getName());
        }
        var there = Path.of(app).toAbsolutePath().resolve(what).toString();
        return how.equals("-jar") ? List.of(how, there) : List.of(how, there, main.getName());
    }

    private Program start(String name, List<String> program, Map<String, String> environment, Pattern ready)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var log = new PrintStream(Files.newOutputStream(folder.resolve(name + ".log")), true, StandardCharsets.UTF_8);
        var process = builder.start();
        processes.add(process);
        var port = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> read(process.inputReader(), log, ready, port));
        try {
            return new Program(name, process, port.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IOException(name + " did not start: " + Files.readString(folder.resolve(name + ".log")), e);
        }
    }

    private static void read(BufferedReader said, PrintStream log, Pattern ready, CompletableFuture<Integer> port) {
        said.lines().forEach(line -> {
            log.println(line);
            var found = ready.matcher(line);
            if (found.find()) {
                port.complete(Integer.valueOf(found.group(1)));
            }
        });
        port.completeExceptionally(new IOException("it ended"));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        post.stop();
    }

    /** Starts two of each, and says where they are and what they write to people, until it is told to end. */
    public static void main(String... args) throws IOException, MessagingException {
        var folder = Files.createTempDirectory("maillage-topology-");
        var topology = new Topology(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(topology::close));
        var administrator = Objects.requireNonNullElse(System.getenv("MAILLAGE_ADMINISTRATOR"), "admin@exemple.fr");
        var told = Map.of("MAILLAGE_ADMINISTRATOR", administrator);
        System.out.println("PostgreSQL: " + topology.database.getUrl() + "?user=" + topology.database.getUser()
                + "\nKafka: " + topology.broker.servers());
        for (var name : List.of("web-1", "web-2")) {
            var web = topology.web(name, told);
            System.out.println(name + ": process " + web.process().pid() + ", http://localhost:" + web.port() + "/");
        }
        for (var name : List.of("views-1", "views-2")) {
            var views = topology.views(name);
            System.out.println(
                    name + ": process " + views.process().pid() + ", http://127.0.0.1:" + views.port() + "/health");
        }
        System.out.println("Their logs are in " + folder + ". Sign in as " + administrator
                + ": letters are shown here. Kill any of them; Ctrl-C stops all.");
        for (int letters = 1; topology.post.waitForIncomingEmail(Long.MAX_VALUE, letters); letters++) {
            System.out.println(topology.post.getReceivedMessages()[letters - 1].getContent());
        }
    }
}
