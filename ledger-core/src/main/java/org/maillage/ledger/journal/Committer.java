package org.maillage.ledger.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what waits in the inbox, one batch after another, on one thread. While a batch is being committed the next one
 * gathers, so the more there is to do, the more of it one commit takes.
 */
final class Committer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final long FIRST_PAUSE = 5_000_000;
    private static final long LONGEST_PAUSE = 200_000_000;

    private final DataSource dataSource;
    private final JournalSettings settings;
    private final Clock clock;
    private final Inbox inbox;
    private final LongConsumer grown;
    private @Nullable Link link;

    Committer(DataSource dataSource, JournalSettings settings, Clock clock, Inbox inbox, LongConsumer grown) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.clock = clock;
        this.inbox = inbox;
        this.grown = grown;
    }

    /** Runs until the inbox is closed and drained. */
    @Override
    public void run() {
        try {
            for (var next = inbox.take(settings.batch()); !next.isEmpty(); next = inbox.take(settings.batch())) {
                commit(next);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            inbox.refuse();
            dropLink();
        }
    }

    private void commit(List<Waiting> appends) {
        RuntimeException failed = new IllegalStateException("the committer has ended");
        boolean done = false;
        try {
            new Attempts(appends).run();
            done = true;
        } catch (RuntimeException failure) {
            LOG.error("a batch of {} appends failed", appends.size(), failure);
            failed = failure;
        } finally {
            // Also where memory ran out, which ends this thread: nobody waits for ever.
            if (!done) {
                dropLink();
                fail(appends, new Ledger.Unavailable("the journal failed; whether it was stored is not known", failed));
            }
        }
    }

    private static void fail(List<Waiting> appends, RuntimeException why) {
        for (var waiting : appends) {
            waiting.append.chain().breakOff();
            waiting.stored.completeExceptionally(why);
        }
    }

    private void dropLink() {
        var lost = link;
        link = null;
        if (lost != null) {
            try {
                lost.close();
            } catch (SQLException failure) {
                LOG.debug("a connection could not be given back", failure);
            }
        }
    }

    /** The attempts at one batch, until what became of it is known, or patience ends. */
    private final class Attempts {

        private final List<Waiting> appends;
        private @Nullable Long firstFailure;
        private long pause = FIRST_PAUSE;
        private @Nullable Batch unanswered;
        private @Nullable Link sentOn;

        Attempts(List<Waiting> appends) {
            this.appends = appends;
        }

        void run() {
            while (true) {
                try {
                    attempt();
                    return;
                } catch (SQLException failure) {
                    if (!isRolledBack(failure)) {
                        dropLink();
                    } else if (unanswered == null && Failure.isOfItsOwn(failure)) {
                        alone(failure);
                        return;
                    }
                    if (isPatienceOver()) {
                        giveUp(failure);
                        return;
                    }
                    LOG.warn("a batch of {} appends is tried again: {}", appends.size(), failure.getMessage());
                    pause();
                }
            }
        }

        /** Counted from the first failure, however long the first attempt took: there is always a second one. */
        private boolean isPatienceOver() {
            long now = System.nanoTime();
            if (firstFailure == null) {
                firstFailure = now;
            }
            return now - firstFailure > settings.patience().toNanos();
        }

        private void attempt() throws SQLException {
            var open = link;
            if (open == null) {
                open = Link.open(dataSource, settings);
                link = open;
            }
            var head = open.lockAndRead(appends);
            if (unanswered != null && open.stands(unanswered)) {
                open.rollback();
                tell(unanswered);
                return;
            }
            unanswered = null;
            var batch = Batch.decide(appends, head, clock);
            if (batch.rows().isEmpty()) {
                open.rollback();
            } else {
                unanswered = batch;
                sentOn = open;
                open.store(batch);
            }
            tell(batch);
        }

        private void tell(Batch batch) {
            grown.accept(batch.end());
            batch.tell();
        }

        /** Whether the connection lives and has taken back what was sent on it: that is not stored, for certain. */
        private boolean isRolledBack(SQLException failure) {
            var open = link;
            if (open == null || Failure.isOfTheConnection(failure)) {
                return false;
            }
            try {
                open.rollback();
                if (sentOn == open) {
                    unanswered = null;
                }
                return true;
            } catch (SQLException lost) {
                failure.addSuppressed(lost);
                return false;
            }
        }

        /** One of them cannot be stored: halves find it with few commits, and keep the order. */
        private void alone(SQLException failure) {
            if (appends.size() == 1) {
                fail(appends, Failure.toCaller(failure));
                return;
            }
            int half = appends.size() / 2;
            commit(appends.subList(0, half));
            commit(appends.subList(half, appends.size()));
        }

        private void giveUp(SQLException failure) {
            LOG.error("{} appends could not be stored", appends.size(), failure);
            var message = unanswered == null
                    ? "the journal cannot store now"
                    : "the connection was lost at the commit; whether it was stored is not known";
            fail(appends, new Ledger.Unavailable(message, failure));
        }

        private void pause() {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }
}
