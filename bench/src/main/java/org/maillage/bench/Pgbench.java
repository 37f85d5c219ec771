package org.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What PostgreSQL does by itself with one statement a transaction: by pgbench, or where it is missing by plain JDBC. */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Server server;
    private final DataSource database;
    private final String name;

    /** On the newest database of a server. */
    Pgbench(Server server, DataSource database) {
        this.server = server;
        this.database = database;
        this.name = server.newest();
    }

    /** Transactions a second of a statement, by so many clients, for so many seconds. */
    double rate(String sql, int clients, int seconds) {
        try {
            return byPgbench(sql, clients, seconds);
        } catch (IOException missing) {
            return byJdbc(sql, clients, seconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private double byPgbench(String sql, int clients, int seconds) throws IOException, InterruptedException {
        var script = Files.createTempFile("bench", ".sql");
        try {
            Files.writeString(script, sql + ";\n");
            var process = new ProcessBuilder(
                            "pgbench",
                            "-n",
                            "-M",
                            "prepared",
                            "-h",
                            "localhost",
                            "-p",
                            "" + server.port(),
                            "-U",
                            "postgres",
                            "-c",
                            "" + clients,
                            "-j",
                            "2",
                            "-T",
                            "" + seconds,
                            "-f",
                            script.toString(),
                            name)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            var tps = TPS.matcher(said);
            if (!tps.find()) {
                throw new IllegalStateException("pgbench said: " + said);
            }
            return Double.parseDouble(tps.group(1));
        } finally {
            Files.delete(script);
        }
    }

    private double byJdbc(String sql, int clients, int seconds) throws IllegalStateException {
        var done = new AtomicLong();
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var ended = new CountDownLatch(clients);
        for (var i = 0; i < clients; i++) {
            Thread.ofPlatform().start(() -> {
                try (var connection = database.getConnection();
                        var statement = connection.prepareStatement(sql)) {
                    while (System.nanoTime() < until) {
                        statement.execute();
                        done.incrementAndGet();
                    }
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                } finally {
                    ended.countDown();
                }
            });
        }
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return done.get() / (double) seconds;
    }
}
