package org.maillage.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * So many in flight for so many seconds.
 *
 * @param perSecond how many were done a second
 * @param cpuMicros CPU of each in microseconds, this JVM and PostgreSQL together
 */
record Load(double perSecond, double cpuMicros) {

    /** Runs it; {@code one} does one, and is told which of those in flight does it. */
    static Load run(Server server, int inFlight, int seconds, IntConsumer one) {
        var done = new AtomicLong();
        var cpu = cpu(server);
        var start = System.nanoTime();
        var until = start + seconds * 1_000_000_000L;
        var ended = new CountDownLatch(inFlight);
        for (var i = 0; i < inFlight; i++) {
            var number = i;
            Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() < until) {
                        one.accept(number);
                        done.incrementAndGet();
                    }
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
        var elapsed = (System.nanoTime() - start) / 1e9;
        if (done.get() == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return new Load(done.get() / elapsed, (cpu(server) - cpu) / (double) done.get());
    }

    private static long cpu(Server server) {
        var jvm = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return jvm.getProcessCpuTime() / 1_000 + server.cpuMicros();
    }
}
