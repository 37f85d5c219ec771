package org.maillage.projection.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import org.postgresql.PGConnection;

/**
 * The first filling of a generation: each row is written once, by binary COPY, over connections of its own while folding
 * goes on. Nothing is there for others before {@link #finish}.
 */
public final class CopyStore implements Store, AutoCloseable {

    private static final int CONNECTIONS = 2;

    /** Lists of rows that may wait to be written; whoever folds waits beyond it. */
    private static final int WAITING = 32;

    private final String schema;
    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);
    private final ExecutorService writers = Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().name("views-write-", 0).daemon().factory());
    private final Deque<Future<?>> pending = new ArrayDeque<>();

    /** Opens the connections. The tables of the schema are empty. */
    public CopyStore(DataSource dataSource, String schema) throws SQLException {
        this.schema = schema;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                var connection = dataSource.getConnection();
                connections.add(connection);
                connection.setAutoCommit(false);
                idle.add(connection);
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Nothing is there to load. */
    @Override
    public <R extends Row> List<R> load(Table<R> table, Collection<Rows.Group> groups) {
        return List.of();
    }

    /** Hands rows over to be written. @throws StoreFailure where earlier ones could not be */
    @Override
    public <R extends Row> void insert(Table<R> table, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        pending.add(writers.submit(() -> copy(table, rows)));
        while (pending.size() > WAITING) {
            await(pending.remove());
        }
    }

    @Override
    public <R extends Row> void replace(Table<R> table, List<R> rows) {
        if (!rows.isEmpty()) {
            throw new IllegalStateException(table.name() + ": a row of a first filling is written once");
        }
    }

    private <R extends Row> void copy(Table<R> table, List<R> rows) {
        Connection connection = null;
        try {
            connection = idle.take();
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(TableSql.of(table, schema).copy());
            var binary = new CopyBinary(copy);
            for (R row : rows) {
                binary.row(table, row);
            }
            binary.end();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the filling was given up", e);
        } finally {
            if (connection != null) {
                idle.add(connection);
            }
        }
    }

    /** Waits until all is written, and commits it. @throws StoreFailure where a row could not be */
    public void finish() {
        while (!pending.isEmpty()) {
            await(pending.remove());
        }
        try {
            for (var connection : connections) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private static void await(Future<?> written) {
        try {
            written.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the filling was given up", e);
        }
    }

    /** Gives the connections back; what was not finished is not there. */
    @Override
    public void close() throws SQLException {
        writers.shutdownNow();
        writers.close();
        for (var connection : connections) {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
