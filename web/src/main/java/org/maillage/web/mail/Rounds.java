package org.maillage.web.mail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes round behind the running program until it stops. A round that fails is told once, and tried again after a rest. */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final String name;
    private final Duration rest;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    /**
     * Rounds.
     *
     * @param name of their thread, and in what the log says of them
     * @param rest after a round that failed
     */
    protected Rounds(String name, Duration rest) {
        this.name = name;
        this.rest = rest;
    }

    /** One round; waits by itself where there is nothing to do. */
    protected abstract void round() throws InterruptedException;

    /** Ends the wait of a round early; does nothing where rounds do not wait long. */
    protected void wake() {}

    /** Whether the program stops: a long round ends early. */
    protected final boolean isStopping() {
        return stopping;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    private void run() {
        var troubled = false;
        while (!stopping) {
            try {
                round();
                troubled = false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopping && !troubled) {
                    LOG.warn("{} are late: they are tried again", name, e);
                }
                troubled = true;
                LockSupport.parkNanos(rest.toNanos());
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        wake();
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(LONGEST_END);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    // Before the ledger and its views stop (see Shutdown).
    @Override
    public int getPhase() {
        return 1_000;
    }
}
