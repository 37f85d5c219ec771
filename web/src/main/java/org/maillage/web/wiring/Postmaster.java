package org.maillage.web.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The server process of a cluster, known by its own file {@code postmaster.pid}. */
final class Postmaster {

    private static final Duration STOP = Duration.ofSeconds(60);

    private final Path file;

    Postmaster(Path cluster) {
        file = cluster.resolve("postmaster.pid");
    }

    /** Its process id; empty where none is written. */
    OptionalLong pid() {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .map(line -> OptionalLong.of(Long.parseLong(line)))
                    .orElse(OptionalLong.empty());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /** Stops the server that a killed program left running: at once, but orderly (SIGINT, its «fast» shutdown). */
    void stopOrphan() throws IOException {
        var pid = pid();
        if (pid.isEmpty() || !isPostgres(pid.getAsLong())) {
            return;
        }
        var kill = new ProcessBuilder("kill", "-INT", Long.toString(pid.getAsLong()))
                .redirectErrorStream(true)
                .start();
        try {
            if (!kill.waitFor(10, TimeUnit.SECONDS)) {
                throw new IOException(
                        "the PostgreSQL of an earlier run, process " + pid.getAsLong() + ", cannot be stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        awaitStopped();
    }

    // The number may since have been given to another program.
    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    /** Waits until the server has removed its file, which it does last, or is gone. */
    void awaitStopped() throws IOException {
        long end = System.nanoTime() + STOP.toNanos();
        while (Files.exists(file)) {
            var pid = pid();
            if (pid.isPresent() && !isPostgres(pid.getAsLong())) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL is still stopping after " + STOP.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Bytes that its processes hold, shared memory counted once; 0 where that cannot be read. */
    long memory() {
        var pid = pid();
        if (pid.isEmpty()) {
            return 0;
        }
        var root = ProcessHandle.of(pid.getAsLong());
        return root.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> Memory.proportional(process.pid()))
                .sum();
    }
}
