package org.maillage.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How many events a second an event store of Node's appends to PostgreSQL, one a transaction; it lives in {@code bench/node}. */
final class NodeRate {

    private static final Path FOLDER = Path.of("bench/node");
    private static final Pattern RATE = Pattern.compile("(?m)^([0-9.]+) a second$");

    private final String store;
    private final String address;
    private final Path event;

    /**
     * An event store on a database of its own.
     *
     * @param store {@code emmett} or {@code message-db}
     * @param event file with the event's JSON
     */
    NodeRate(Server server, String store, Path event) {
        this.store = store;
        this.event = event;
        server.database(1).close();
        this.address = "postgresql://postgres@localhost:%d/%s".formatted(server.port(), server.newest());
    }

    /** Whether its libraries are installed. */
    static boolean isThere() {
        return Files.isDirectory(FOLDER.resolve("node_modules"));
    }

    String store() {
        return store;
    }

    double rate(int inFlight, int seconds) {
        try {
            var process = new ProcessBuilder(
                            "node", "append.mjs", store, address, "" + inFlight, "" + seconds, event.toString())
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            var rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new IllegalStateException("node said: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
