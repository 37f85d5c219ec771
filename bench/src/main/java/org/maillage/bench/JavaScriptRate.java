package org.maillage.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How many badges a second the most used JavaScript library signs, on this machine's Node. */
final class JavaScriptRate {

    private static final Path JUDGES = Path.of("badge-service/src/test/judges");
    private static final Pattern RATE = Pattern.compile("(?m)^([0-9.]+) a second$");

    private JavaScriptRate() {}

    /** Signs this credential, which has no proof, again and again. */
    static double measure(byte[] credential) {
        try {
            var file = Files.createTempFile("badge", ".json");
            try {
                Files.write(file, credential);
                var process = new ProcessBuilder("node", "signing-rate.mjs", file.toString())
                        .directory(JUDGES.toFile())
                        .redirectErrorStream(true)
                        .start();
                var said = new String(process.getInputStream().readAllBytes(), UTF_8);
                process.waitFor();
                var rate = RATE.matcher(said);
                if (!rate.find()) {
                    throw new IllegalStateException("node said: " + said);
                }
                return Double.parseDouble(rate.group(1));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
