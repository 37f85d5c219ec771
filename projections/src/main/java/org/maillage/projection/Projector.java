package org.maillage.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Watermark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the feed: applies batch after batch to the live views, each with its position in one transaction. */
final class Projector implements Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final int BATCH = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final LiveViews views;
    private final EventFeed feed;
    private final Folding folding;
    private final Thread thread;

    private final Watermark reached = new Watermark();
    private volatile boolean closing;

    Projector(LiveViews views, EventFeed feed, Folding folding) {
        this.views = views;
        this.feed = feed;
        this.folding = folding;
        this.thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::follow);
    }

    @Override
    public void start() {
        thread.start();
    }

    private void follow() {
        while (!closing) {
            try {
                if (!triedStep()) {
                    feed.await(position(), IDLE);
                }
            } catch (UnknownEvent | UnreadableEvent e) {
                LOG.error("the views stop: this program is older than the journal", e);
                reached.stop(e.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A step; where it fails, a pause before the next. Returns whether there is no need to wait for events. */
    private boolean triedStep() throws InterruptedException {
        try {
            return step();
        } catch (UnknownEvent | UnreadableEvent e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            if (!closing) {
                LOG.warn("a batch of the views failed and is tried again", e);
                reached.pause(IDLE);
            }
            return true;
        }
    }

    /** Applies the next batch; returns whether there was one. */
    private boolean step() throws SQLException {
        var events = feed.after(position(), BATCH);
        if (events.isEmpty()) {
            return false;
        }
        long now = views.write(connection -> {
            var positions = Positions.load(connection, Schema.LIVE);
            // Another process may have applied some of them meanwhile.
            var rest = events.stream()
                    .filter(recorded -> recorded.position() > positions.feed())
                    .toList();
            return rest.isEmpty()
                    ? positions.feed()
                    : folding.apply(connection, Schema.LIVE, positions, rest).feed();
        });
        reach(now);
        return true;
    }

    @Override
    public long position() {
        return reached.position();
    }

    @Override
    public void reach(long position) {
        reached.reachAtLeast(position);
    }

    @Override
    public Optional<String> stopped() {
        return reached.stopped();
    }

    @Override
    public boolean await(long wanted, Duration atMost) {
        return reached.await(wanted, atMost);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        reached.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
