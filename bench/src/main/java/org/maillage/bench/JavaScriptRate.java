package org.maillage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many badges a second the most used JavaScript library signs, on this machine's Node. */
final class JavaScriptRate {

    private static final Path JUDGES = Path.of("badge-service/src/test/judges");

    private JavaScriptRate() {}

    /** Signs this credential, which has no proof, again and again. */
    static double measure(byte[] credential) {
        try {
            var file = Files.createTempFile("badge", ".json");
            try {
                Files.write(file, credential);
                return Node.rate(JUDGES, "signing-rate.mjs", file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
