package org.maillage.web.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to a database that may go away while the program runs. One request finds out, waiting as long as a
 * connection is waited for; those after it are told at once, until the pool has a connection again.
 */
final class KnownAway extends DelegatingDataSource {

    /** What whoever does not wait is told. */
    static final String SAID = "the database was away a moment ago";

    /** After so long somebody waits again, whatever the pool knows. */
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private static final String CONNECTION_FAILURE = "08001";

    private final HikariDataSource pool;
    private volatile boolean failed;
    private volatile long failedAt;

    KnownAway(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isAway()) {
            throw new SQLTransientConnectionException(SAID, CONNECTION_FAILURE);
        }
        try {
            var connection = pool.getConnection();
            failed = false;
            return connection;
        } catch (SQLTransientConnectionException e) {
            failedAt = System.nanoTime();
            failed = true;
            throw e;
        }
    }

    // The pool goes on trying by itself. One whose connections are all in use is busy, not away.
    private boolean isAway() {
        if (!failed || System.nanoTime() - failedAt > BELIEVED.toNanos()) {
            return false;
        }
        var state = pool.getHikariPoolMXBean();
        return state != null && state.getTotalConnections() == 0;
    }
}
