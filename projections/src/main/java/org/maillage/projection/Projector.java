package org.maillage.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.FeedFollower;
import org.maillage.ledger.feed.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the feed: applies batch after batch to the live views, each with its position in one transaction. */
final class Projector implements Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final int BATCH = 1_000;

    private final LiveViews views;
    private final EventFeed feed;
    private final Folding folding;
    private final FeedFollower follower;

    Projector(LiveViews views, EventFeed feed, Folding folding) {
        this.views = views;
        this.feed = feed;
        this.folding = folding;
        this.follower = new FeedFollower("views", feed, this::step);
    }

    @Override
    public void start() {
        follower.start();
    }

    /** Applies the next batch; returns whether more is there, as far as is known. */
    private boolean step() throws SQLException {
        var events = feed.after(position(), BATCH);
        if (events.isEmpty()) {
            return false;
        }
        try {
            reach(apply(events));
            return events.size() == BATCH;
        } catch (CopiedViews.OtherVersion e) {
            LOG.error("the views stop", e);
            follower.reached().stop(e.getMessage());
            return false;
        }
    }

    private long apply(List<Recorded> events) throws SQLException {
        return views.write(connection -> {
            // In a rolling upgrade the new version has made them anew, and this one folds otherwise.
            if (!Schema.LIVE.isOfThisVersion(connection)) {
                throw new CopiedViews.OtherVersion();
            }
            var positions = Positions.load(connection, Schema.LIVE);
            // Another process may have applied some of them meanwhile.
            var rest = events.stream()
                    .filter(recorded -> recorded.position() > positions.feed())
                    .toList();
            return rest.isEmpty()
                    ? positions.feed()
                    : folding.apply(connection, Schema.LIVE, positions, rest).feed();
        });
    }

    @Override
    public long position() {
        return follower.reached().position();
    }

    @Override
    public void reach(long position) {
        follower.reached().reachAtLeast(position);
    }

    @Override
    public Optional<String> stopped() {
        return follower.reached().stopped();
    }

    @Override
    public boolean await(long wanted, Duration atMost) {
        return follower.reached().await(wanted, atMost);
    }

    @Override
    public void close() {
        follower.close();
    }
}
