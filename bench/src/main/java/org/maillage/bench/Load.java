package org.maillage.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * So many in flight for so many seconds.
 *
 * @param done how many were done
 * @param perSecond how many were done a second
 * @param jvmMicros CPU of each in microseconds, in this JVM
 * @param postgresMicros CPU of each in microseconds, in PostgreSQL
 */
record Load(int done, double perSecond, double jvmMicros, double postgresMicros) {

    /** CPU of each in microseconds, this JVM and PostgreSQL together. */
    double cpuMicros() {
        return jvmMicros + postgresMicros;
    }

    /**
     * Runs it; {@code one} does one, and is told a number that no other has.
     *
     * @throws IllegalStateException where one failed, as the others' rate would then be that of fewer in flight
     */
    static Load run(Server server, int inFlight, int seconds, IntConsumer one) {
        var done = new AtomicLong();
        var failure = new AtomicReference<RuntimeException>();
        var jvm = jvmCpu();
        var postgres = server.cpuMicros();
        var start = System.nanoTime();
        var until = start + seconds * 1_000_000_000L;
        var ended = new CountDownLatch(inFlight);
        for (var i = 0; i < inFlight; i++) {
            var number = i;
            Thread.ofVirtual().start(() -> {
                try {
                    for (var next = number; System.nanoTime() < until; next += inFlight) {
                        one.accept(next);
                        done.incrementAndGet();
                    }
                } catch (RuntimeException failed) {
                    failure.set(failed);
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
        if (failure.get() != null || done.get() == 0) {
            throw new IllegalStateException("one of those in flight failed, or nothing was done", failure.get());
        }
        return new Load(
                (int) done.get(),
                done.get() / elapsed,
                (jvmCpu() - jvm) / (double) done.get(),
                (server.cpuMicros() - postgres) / (double) done.get());
    }

    /** CPU that this JVM has used so far, in microseconds. */
    static long jvmCpu() {
        var jvm = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return jvm.getProcessCpuTime() / 1_000;
    }
}
