package org.maillage.ledger.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Holds the lock of all committers, so that appends gather behind it into one batch. */
final class HeldLock implements AutoCloseable {

    private final DataSource database;
    private final Connection connection;

    HeldLock(DataSource database) throws SQLException {
        this.database = database;
        this.connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + Sql.LOCK + ")");
        }
    }

    /** Returns once a committer waits for it. */
    void awaitCommitter() {
        awaitCommitters(1);
    }

    /** Returns once so many committers wait for it; they get it in the order in which they asked. */
    void awaitCommitters(int count) {
        var waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = "
                + "(select oid from pg_database where datname = current_database())";
        while (Integer.parseInt(TestDatabase.ask(database, waiting)) < count) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
