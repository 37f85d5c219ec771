package org.maillage.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until something holds. */
public final class Eventually {

    private static final Duration AT_MOST = Duration.ofMinutes(3);

    private Eventually() {}

    /** Waits until it holds; fails after three minutes, saying what was waited for. */
    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
