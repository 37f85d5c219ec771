package org.maillage.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes keys and indexes of a generation that nobody reads yet, several at once, over connections of its own. */
final class Indexing {

    private static final int AT_ONCE = 2;

    /**
     * Each sorts by itself, as several are made at once; a rough notion of a table is enough to begin with. None waits
     * until it is on the disk: whoever gives the generation its name does, and then all before it is.
     */
    private static final String SETTINGS = """
        set local max_parallel_maintenance_workers = 0;
        set local default_statistics_target = 10;
        set local synchronous_commit = off\
        """;

    private final DataSource dataSource;

    Indexing(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Executes statements that need nothing of each other, each in a transaction of its own; what takes longest is first. */
    void run(List<String> statements) throws SQLException, InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(statements);
        try (var workers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().name("views-index-", 0).daemon().factory())) {
            var working = new ArrayList<Future<?>>();
            for (int i = 0; i < AT_ONCE; i++) {
                working.add(workers.submit(() -> work(waiting)));
            }
            for (var worker : working) {
                await(worker);
            }
        }
    }

    private @Nullable Void work(Queue<String> waiting) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                    statement.execute(SETTINGS);
                    statement.execute(next);
                    connection.commit();
                }
            } finally {
                waiting.clear();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return null;
    }

    private static void await(Future<?> worker) throws SQLException, InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
