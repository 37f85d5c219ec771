package org.maillage.bench;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL of its own, as durable as the program's, for one run of measurements. */
final class Server implements AutoCloseable {

    /** What PostgreSQL's manual counsels for a server of its own. */
    private static final String QUARTER_OF_MEMORY =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / (4 << 20) + "MB";

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
                    .setServerConfig("shared_buffers", QUARTER_OF_MEMORY)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An empty database, by a pool of connections. */
    HikariDataSource database() {
        return database(48);
    }

    /** An empty database, by a pool of so many connections. */
    HikariDataSource database(int connections) {
        var name = "bench_" + databases.incrementAndGet();
        execute("postgres", "create database " + name);
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(connections);
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
            return Cost.withEnded(pid)
                    + ProcessHandle.of(pid).stream()
                            .flatMap(ProcessHandle::descendants)
                            .mapToLong(child -> Cost.micros(child.pid()))
                            .sum();
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

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
