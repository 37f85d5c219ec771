package org.maillage.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** How many events a second an event store of Node's appends to PostgreSQL, one a transaction; it lives in {@code bench/node}. */
final class NodeRate {

    private static final Path FOLDER = Path.of("bench/node");

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
        return Node.rate(FOLDER, "append.mjs", store, address, "" + inFlight, "" + seconds, event.toString());
    }
}
