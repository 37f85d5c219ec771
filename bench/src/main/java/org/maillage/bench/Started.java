package org.maillage.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of this class path in a process of its own, as it was when it said that it is ready, until it is closed. */
final class Started implements AutoCloseable {

    /** Where {@code bin/bench} has unpacked the program, with what the JVM learnt of it. */
    static final Path APP = Path.of("web", "target", "app").toAbsolutePath();

    /** What every program here says when it is ready, with its port. */
    private static final Pattern READY = Pattern.compile("ready: http://[^:/]+:(\\d+)");

    private final Process process;
    private final int port;
    private final double seconds;
    private final double cpuSeconds;
    private final long resident;

    private Started(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
        this.cpuSeconds = Cost.micros(process.pid()) / 1e6;
        this.resident = Cost.resident(process.pid());
    }

    /** The whole program on a database of a world's, without its demonstration. */
    static Started maillage(World world, Path folder) {
        return of(
                System.getProperty("java.class.path"),
                org.maillage.web.MaillageApplication.class,
                given(world, folder).toArray(String[]::new));
    }

    /**
     * The same as it is shipped: unpacked, by the flags of the container image.
     *
     * @param flags further ones of the JVM
     */
    static Started shipped(World world, Path folder, String... flags) {
        var command = new ArrayList<>(List.of(flags));
        command.addAll(List.of("-XX:MaxRAMPercentage=70", "-jar", "maillage.jar"));
        command.addAll(given(world, folder));
        return started(APP, command);
    }

    private static List<String> given(World world, Path folder) {
        return List.of(
                "--server.port=0",
                "--maillage.data=" + folder,
                "--maillage.demonstrate=false",
                "--maillage.database-url=" + world.database.getJdbcUrl(),
                "--maillage.master-key=" + World.KEY);
    }

    /** Starts a program of a class path; returns once it is ready. @throws IllegalStateException where it ends before */
    static Started of(String classPath, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return started(Path.of(""), command);
    }

    private static Started started(Path directory, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        try {
            var start = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
            return ready(process, start);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Started ready(Process process, long start) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                var started = new Started(process, Integer.parseInt(ready.group(1)), (System.nanoTime() - start) / 1e9);
                Thread.ofVirtual().start(() -> drain(lines));
                return started;
            }
        }
        throw new IllegalStateException("it did not start: " + said);
    }

    /** Else the program would wait for somebody to read what it says. */
    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException stopped) {
            return;
        }
    }

    int port() {
        return port;
    }

    /** From its start until it said that it is ready. */
    double seconds() {
        return seconds;
    }

    /** CPU that it had used when it was ready. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    /** Bytes of memory that it held when it was ready. */
    long resident() {
        return resident;
    }

    /** CPU that it has used until now, in microseconds. */
    long cpuMicros() {
        return Cost.micros(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
