package org.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What processes have used so far, as /proc says it; nothing where there is none. */
final class Cost {

    /** Of a clock tick in microseconds: 100 ticks a second on Linux. */
    private static final long TICK = 10_000;

    /** Where times are in what follows a process's name: its own in user and system mode, then its ended children's. */
    private static final int FIRST = 11;

    private Cost() {}

    /** CPU of a process in microseconds; 0 where it has ended, as its time is then in its parent's. */
    static long micros(long pid) {
        try {
            return ticks(pid, 2) * TICK;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** CPU of a process and of its children that have ended, in microseconds. */
    static long withEnded(long pid) throws IOException {
        return ticks(pid, 4) * TICK;
    }

    /** Memory that a process holds now, in bytes; 0 where it has ended. */
    static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long ticks(long pid, int times) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return IntStream.range(FIRST, FIRST + times)
                .mapToLong(index -> Long.parseLong(fields[index]))
                .sum();
    }
}
