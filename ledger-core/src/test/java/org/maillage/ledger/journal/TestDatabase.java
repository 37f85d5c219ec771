package org.maillage.ledger.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for all tests of a JVM, as durable as a real one; a fresh database for whoever asks. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** An empty database. */
    public static PGSimpleDataSource fresh() {
        var name = "test_" + NUMBER.incrementAndGet();
        execute(Server.INSTANCE.getPostgresDatabase(), "create database " + name);
        return (PGSimpleDataSource) Server.INSTANCE.getDatabase("postgres", name);
    }

    /** A database with the journal's schema. */
    public static PGSimpleDataSource withJournal() {
        var database = fresh();
        JournalSchema.migrate(database);
        return database;
    }

    /** The same database, by connections that the server knows under a name. */
    public static PGSimpleDataSource named(PGSimpleDataSource database, String name) {
        var named = new PGSimpleDataSource();
        named.setUrl(database.getUrl());
        named.setUser(database.getUser());
        named.setPassword(database.getPassword());
        named.setApplicationName(name);
        return named;
    }

    /** Runs a statement. */
    public static void execute(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of the first row, as text. */
    public static String ask(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
