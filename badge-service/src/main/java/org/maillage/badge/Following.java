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
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.FeedFollower;

/** The rounds of badges: follows the journal, then reacts, again and again until it is closed. */
final class Following implements AutoCloseable {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    // A long catching-up is not to keep everybody waiting for their badges.
    private static final int BATCHES_IN_A_ROW = 20;

    private final BadgeFeed tables;
    private final AwardWhenEarned awarding;
    private final GiveCatalogue catalogue;
    private final IssueWhenAwarded issuing;
    private final Watchers watchers;
    private final Clock clock;
    private final FeedFollower follower;
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
        this.awarding = awarding;
        this.catalogue = catalogue;
        this.issuing = issuing;
        this.watchers = watchers;
        this.clock = clock;
        this.follower = new FeedFollower("badges", events, this::round);
    }

    void start() {
        follower.start();
    }

    /** Follows, then reacts; returns whether there may be more to do at once. */
    private boolean round() throws SQLException {
        boolean more = true;
        for (int i = 0; more && i < BATCHES_IN_A_ROW && !follower.isClosing(); i++) {
            long before = position();
            // The tables may also go back, where they are emptied.
            var step = tables.step();
            // Whoever waits for a position then finds that the watchers know of it.
            watchers.told(before, step);
            follower.reached().reach(step.position());
            more = step.isFull();
        }
        sweep();
        if (follower.isClosing()) {
            return false;
        }
        boolean given = catalogue.step();
        boolean looked = awarding.step();
        boolean issued = issuing.step(position()) > 0;
        return given || looked || issued || more;
    }

    private void sweep() {
        var now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
            awarding.expiring();
        }
    }

    long position() {
        return follower.reached().position();
    }

    Optional<String> stopped() {
        return follower.reached().stopped();
    }

    /** Waits until the tables hold a position, at most so long; returns whether they do. */
    boolean await(long wanted, Duration atMost) {
        return follower.reached().await(wanted, atMost);
    }

    @Override
    public void close() {
        follower.close();
    }
}
