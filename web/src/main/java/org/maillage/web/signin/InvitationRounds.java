package org.maillage.web.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends the letters of invitations behind the running program: at once when one is kept, and when one is due again. */
@Component
class InvitationRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationRounds.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final InvitationLetters letters;
    private final Semaphore kept = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Thread rounds;

    InvitationRounds(InvitationLetters letters) {
        this.letters = letters;
    }

    /** Says that a letter was kept. */
    void wake() {
        kept.release();
    }

    @Override
    public void start() {
        stopping = false;
        rounds = Thread.ofVirtual().name("invitations").start(this::run);
    }

    private void run() {
        var troubled = false;
        while (!stopping) {
            try {
                while (!stopping && letters.send()) {
                    troubled = false;
                }
                rest();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopping && !troubled) {
                    LOG.warn("letters of invitations are late: they are tried again", e);
                }
                troubled = true;
                java.util.concurrent.locks.LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    private void rest() throws InterruptedException {
        if (kept.tryAcquire(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            kept.drainPermits();
        }
    }

    @Override
    public void stop() {
        stopping = true;
        wake();
        var thread = rounds;
        rounds = null;
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(15));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    // Before the ledger and its views stop (see Shutdown).
    @Override
    public int getPhase() {
        return 1_000;
    }
}
