package org.maillage.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * The real broker, as a process of its own on free ports of the loopback interface: one for all tests of a JVM. It can be
 * killed and started again where it was.
 */
public final class Broker {

    private static final int WAIT_SECONDS = 180;

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private Broker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    private static final class Shared {
        private static final Broker INSTANCE = make();
    }

    /** The broker of this JVM, which runs. */
    public static Broker running() {
        var broker = Shared.INSTANCE;
        if (broker.process == null || !broker.process.isAlive()) {
            broker.start();
        }
        return broker;
    }

    private static Broker make() {
        try {
            var folder = Files.createTempDirectory("maillage-broker-");
            var ports = freePorts(2);
            var broker = new Broker(folder, ports.getFirst());
            broker.write(ports.getLast());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::end));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int controllerPort) throws IOException {
        var logs = folder.resolve("logs").toString();
        Files.writeString(folder.resolve("server.properties"), """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            group.consumer.heartbeat.interval.ms=500
            group.consumer.min.heartbeat.interval.ms=500
            group.consumer.session.timeout.ms=3000
            group.consumer.min.session.timeout.ms=3000
            group.min.session.timeout.ms=1000
            log.cleaner.enable=false
            """.formatted(port, controllerPort, logs));
        try {
            new Formatter()
                    .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream(), false))
                    .setNodeId(1)
                    .setClusterId("bWFpbGxhZ2UtdGVzdHMtMQ")
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(logs)
                    .setMetadataLogDirectory(logs)
                    .run();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }

    /** Where it is, whether or not it runs. */
    public String servers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it answers. */
    public void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dlogback.configurationFile=broker-logback.xml",
                            "-cp",
                            classPath(),
                            "kafka.Kafka",
                            folder.resolve("server.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("broker.log").toFile()))
                    .start();
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of this JVM, also where it is hidden in a manifest. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void awaitAnswer() throws IOException {
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IOException("the broker does not start: " + Files.readString(folder.resolve("broker.log")), e);
        }
    }

    /** A client that administers it. */
    public Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", servers(),
                "default.api.timeout.ms", "180000",
                "reconnect.backoff.max.ms", "200"));
    }

    /** Kills it at once, as when its machine fails; what it had acknowledged is kept. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private void end() {
        kill();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
