package org.maillage.web.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.EventFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes round behind the running program: reads the journal, sends what is to be told, and the digests once an hour. */
@Component
class NoticeRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRounds.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_DIGESTS = Duration.ofHours(1);

    private final EventFeed events;
    private final NoticeFeed feed;
    private final NoticeLetters letters;
    private final Digests digests;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile @Nullable Thread rounds;
    private Instant nextDigests = Instant.EPOCH;

    NoticeRounds(EventFeed events, NoticeFeed feed, NoticeLetters letters, Digests digests, Clock clock) {
        this.events = events;
        this.feed = feed;
        this.letters = letters;
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopping = false;
        // Before anything is served, so that nothing that happens here from now on is history.
        feed.begin();
        rounds = Thread.ofVirtual().name("letters").start(this::run);
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
                    LOG.warn("letters are late: they are tried again", e);
                }
                troubled = true;
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    private void round() throws InterruptedException {
        events.await(events.position(), REST);
        while (!stopping && feed.gather()) {
            send();
        }
        send();
        if (!stopping && !clock.instant().isBefore(nextDigests)) {
            nextDigests = clock.instant().plus(BETWEEN_DIGESTS);
            digests.send();
            feed.readAside();
        }
    }

    private void send() {
        var more = true;
        while (more && !stopping) {
            more = letters.send();
        }
    }

    @Override
    public void stop() {
        stopping = true;
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
