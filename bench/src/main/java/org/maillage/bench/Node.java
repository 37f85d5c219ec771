package org.maillage.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measurements that JavaScript makes of itself, on this machine's Node. */
final class Node {

    private static final Pattern RATE = Pattern.compile("(?m)^([0-9.]+) a second$");

    private Node() {}

    /**
     * What a script says that it does a second.
     *
     * @param folder where it stands beside its libraries
     * @param script its name and arguments
     * @throws IllegalStateException with what it said, where that is no rate
     */
    static double rate(Path folder, String... script) {
        try {
            var command = Stream.concat(Stream.of("node"), Stream.of(script)).toList();
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            var rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new IllegalStateException("node said: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
