package org.maillage.web.wiring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The PostgreSQL that the program starts for itself, in its data folder, on a free port of the loopback interface. One
 * program uses a folder at a time; what a killed program left running is stopped before it starts anew.
 */
final class EmbeddedDatabase implements Database {

    private static final String NAME = "maillage";
    private static final String OWNER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Postmaster postmaster;
    private final FileChannel lock;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, Postmaster postmaster, FileChannel lock, String password) {
        this.server = server;
        this.postmaster = postmaster;
        this.lock = lock;
        this.password = password;
    }

    /** Starts it; the first time it is made. */
    static EmbeddedDatabase start(Path folder) {
        var lock = lock(folder);
        try {
            var cluster = folder.resolve("postgresql");
            var made = folder.resolve("postgresql.made");
            if (!Files.exists(made)) {
                // A first start that was cut short stored nothing yet: the mark is set before the first migration.
                Folders.delete(cluster);
            }
            var password = SecretFile.readOrMake(folder.resolve("postgresql.password"));
            var postmaster = new Postmaster(cluster);
            postmaster.stopOrphan();
            var server = open(cluster, password);
            var database = new EmbeddedDatabase(server, postmaster, lock, password);
            database.secure(cluster);
            if (!Files.exists(made)) {
                Files.createFile(made);
            }
            return database;
        } catch (IOException e) {
            throw new StartupFailure(
                    "The PostgreSQL in " + folder + " does not start: " + e.getMessage() + ". Its log is in "
                            + folder.resolve("postgresql/log") + ".",
                    e);
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder);
            }
            return channel;
        } catch (java.nio.channels.OverlappingFileLockException _) {
            throw inUse(folder);
        } catch (IOException e) {
            throw new StartupFailure("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static StartupFailure inUse(Path folder) {
        return new StartupFailure(
                "Another Maillage uses the folder " + folder + ": stop it, or name another folder with MAILLAGE_DATA.");
    }

    private static EmbeddedPostgres open(Path cluster, String password) throws IOException {
        var builder = EmbeddedPostgres.builder()
                // Its folder of programs lies elsewhere: zonky deletes older data folders beside its programs.
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // Spring stops it, after everything that uses it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setConnectConfig("password", password)
                // The order of bytes is the same on every machine; people's names are sorted where they are shown.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        for (var setting : SETTINGS) {
            builder.setServerConfig(setting[0], setting[1]);
        }
        return builder.start();
    }

    // zonky turns fsync and synchronous_commit off by itself.
    private static final String[][] SETTINGS = {
        {"fsync", "on"},
        {"synchronous_commit", "on"},
        {"full_page_writes", "on"},
        {"listen_addresses", "127.0.0.1"},
        {"unix_socket_directories", ""},
        {"password_encryption", "scram-sha-256"},
        {"max_connections", "100"},
        {"logging_collector", "on"},
        {"log_directory", "log"},
        {"log_filename", "postgresql-%a.log"},
        {"log_truncate_on_rotation", "on"},
    };

    // initdb leaves everybody in: a password is set, and asked for from then on. Doing so at each start costs nothing
    // and
    // repairs a first start that was cut short.
    private void secure(Path cluster) throws IOException {
        try (var connection = server.getPostgresDatabase(java.util.Map.of("password", password))
                        .getConnection();
                var statement = connection.createStatement()) {
            // The password holds only letters, digits, - and _.
            statement.execute("alter role " + OWNER + " password '" + password + "'");
            Files.writeString(cluster.resolve("pg_hba.conf"), """
                host all all 127.0.0.1/32 scram-sha-256
                """);
            statement.execute("select pg_reload_conf()");
            refuseStrangers(statement);
            createDatabase(statement);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void refuseStrangers(Statement statement) throws SQLException {
        try (var strangers = statement.executeQuery(
                "select count(*) from pg_roles where rolcanlogin and rolname <> '" + OWNER + "'")) {
            strangers.next();
            if (strangers.getInt(1) > 0) {
                throw new StartupFailure("Somebody else made a role in this PostgreSQL: delete the data folder.");
            }
        }
    }

    private static void createDatabase(Statement statement) throws SQLException {
        try (var there = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (there.next()) {
                return;
            }
        }
        statement.execute("create database " + NAME);
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    @Override
    public String user() {
        return OWNER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void check() {
        DatabaseSettings.of(this).requireDurable();
    }

    @Override
    public long memory() {
        return postmaster.memory();
    }

    /** Process id of the server. */
    long pid() {
        return postmaster.pid().orElse(-1);
    }

    @Override
    public void close() {
        try (lock) {
            server.close();
            postmaster.awaitStopped();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    /** Says that it is the program's own. */
    @Override
    public String toString() {
        return "embedded";
    }
}
