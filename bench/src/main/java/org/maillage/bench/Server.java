package org.maillage.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL of its own, as durable as the program's, for one run of measurements. */
final class Server implements AutoCloseable {

    /** Of a clock tick in /proc, in microseconds: 100 ticks a second on Linux. */
    private static final long TICK = 10_000;

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    Server() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "600")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An empty database, by a pool of connections. */
    HikariDataSource database() {
        var name = "bench_" + databases.incrementAndGet();
        execute("postgres", "create database " + name);
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(48);
        return new HikariDataSource(config);
    }

    int port() {
        return postgres.getPort();
    }

    /** Name of the newest database. */
    String newest() {
        return "bench_" + databases.get();
    }

    private void execute(String database, String sql) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** CPU that PostgreSQL's processes have used, ended ones included, in microseconds; 0 where there is no /proc. */
    long cpuMicros() {
        try (Stream<String> lines = Files.lines(postmasterPid())) {
            var pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ticks(pid) * TICK
                    + ProcessHandle.of(pid).stream()
                                    .flatMap(ProcessHandle::descendants)
                                    .mapToLong(child -> ownTicks(child.pid()))
                                    .sum()
                            * TICK;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private Path postmasterPid() {
        return dataDirectory().resolve("postmaster.pid");
    }

    private Path dataDirectory() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            return Path.of(rows.getString(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long ticks(long pid) throws IOException {
        var fields = fields(pid);
        return field(fields, 11) + field(fields, 12) + field(fields, 13) + field(fields, 14);
    }

    private static long ownTicks(long pid) {
        try {
            var fields = fields(pid);
            return field(fields, 11) + field(fields, 12);
        } catch (IOException ended) {
            return 0; // its time is then in its parent's
        }
    }

    private static String[] fields(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long field(String[] fields, int index) {
        return Long.parseLong(fields[index]);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
