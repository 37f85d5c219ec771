package org.maillage.web.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel says that processes hold; nothing where it keeps no {@code /proc}. */
final class Memory {

    private Memory() {}

    /** Resident bytes of this process; 0 where that cannot be read. */
    static long resident() {
        return kilobytes(Path.of("/proc/self/status"), "VmRSS:") * 1024;
    }

    /** Resident bytes of a process, with its part of what it shares; 0 where that cannot be read. */
    static long proportional(long pid) {
        return kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:") * 1024;
    }

    private static long kilobytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0;
        }
    }
}
