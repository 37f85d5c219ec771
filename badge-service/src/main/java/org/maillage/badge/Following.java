package org.maillage.badge;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.maillage.badge.award.AwardWhenEarned;
import org.maillage.badge.award.GiveCatalogue;
import org.maillage.badge.feed.BadgeFeed;
import org.maillage.badge.issue.IssueWhenAwarded;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Watermark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of badges: follows the journal, then reacts, again and again until it is closed. */
final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    // A long catching-up is not to keep everybody waiting for their badges.
    private static final int BATCHES_IN_A_ROW = 20;

    private final BadgeFeed tables;
    private final EventFeed events;
    private final AwardWhenEarned awarding;
    private final GiveCatalogue catalogue;
    private final IssueWhenAwarded issuing;
    private final Watchers watchers;
    private final Clock clock;
    private final Thread thread;

    private final Watermark reached = new Watermark();
    private volatile boolean closing;
    private Instant nextSweep = Instant.EPOCH;

    Following(
            BadgeFeed tables,
            EventFeed events,
            AwardWhenEarned awarding,
            GiveCatalogue catalogue,
            IssueWhenAwarded issuing,
            Watchers watchers,
            Clock clock) {
        this.tables = tables;
        this.events = events;
        this.awarding = awarding;
        this.catalogue = catalogue;
        this.issuing = issuing;
        this.watchers = watchers;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("badges").daemon().unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        while (!closing) {
            try {
                if (!triedRound()) {
                    events.await(position(), IDLE);
                }
            } catch (UnknownEvent | UnreadableEvent e) {
                LOG.error("badges stop: this program is older than the journal", e);
                reached.stop(e.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A round; where it fails, a pause before the next. Returns whether there is no need to wait for events. */
    private boolean triedRound() throws InterruptedException {
        try {
            return round();
        } catch (UnknownEvent | UnreadableEvent e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            if (!closing) {
                LOG.warn("a round of badges failed and is tried again", e);
                reached.pause(IDLE);
            }
            return true;
        }
    }

    /** Follows, then reacts; returns whether there was anything to do. */
    private boolean round() throws SQLException {
        boolean moving = false;
        for (int i = 0; i < BATCHES_IN_A_ROW && !closing; i++) {
            long before = position();
            // The tables may also go back, where they are emptied.
            var step = tables.step();
            // Whoever waits for a position then finds that the watchers know of it.
            watchers.told(before, step);
            reached.reach(step.position());
            if (step.position() == before) {
                break;
            }
            moving = true;
        }
        sweep();
        if (closing) {
            return false;
        }
        boolean given = catalogue.step();
        boolean looked = awarding.step();
        boolean issued = issuing.step(position()) > 0;
        return given || looked || issued || moving;
    }

    private void sweep() {
        var now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
            awarding.expiring();
        }
    }

    long position() {
        return reached.position();
    }

    Optional<String> stopped() {
        return reached.stopped();
    }

    /** Waits until the tables hold a position, at most so long; returns whether they do. */
    boolean await(long wanted, Duration atMost) {
        return reached.await(wanted, atMost);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        reached.close();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
