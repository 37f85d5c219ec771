package org.maillage.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** How long one thing took, each time; any number of threads may time it. */
final class Waits {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    /** Does it and keeps how long it took. */
    <T> T time(Supplier<T> work) {
        var start = System.nanoTime();
        var result = work.get();
        nanos.add(System.nanoTime() - start);
        return result;
    }

    /** What that share of all took at most, in milliseconds: the nearest rank. */
    double millis(double share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was timed");
        }
        var rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, rank) - 1] / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    double p99() {
        return millis(0.99);
    }
}
