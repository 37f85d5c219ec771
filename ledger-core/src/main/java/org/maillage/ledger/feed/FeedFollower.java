package org.maillage.ledger.feed;

import java.sql.SQLException;
import java.time.Duration;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that follows the journal step by step until it is closed. A step that fails is tried again after a pause; an
 * event that this program cannot read, or a step that says so of its watermark, stops it for good.
 */
public final class FeedFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(30);

    /** What is done again and again. */
    @FunctionalInterface
    public interface Step {

        /** Goes on from the watermark, and moves it; returns whether there may be more to do at once. */
        boolean run() throws SQLException;
    }

    private final String name;
    private final EventFeed feed;
    private final Step step;
    private final Watermark reached = new Watermark();
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Not started yet.
     *
     * @param name of what follows, for the thread and the log
     */
    public FeedFollower(String name, EventFeed feed, Step step) {
        this.name = name;
        this.feed = feed;
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::follow);
    }

    public void start() {
        thread.start();
    }

    /** How far it is. */
    public Watermark reached() {
        return reached;
    }

    /** Whether a step under way should come to its end. */
    public boolean isClosing() {
        return closing;
    }

    private void follow() {
        while (!closing && reached.stopped().isEmpty()) {
            try {
                tried();
            } catch (UnknownEvent | UnreadableEvent e) {
                LOG.error("{} stops: this program is older than the journal", name, e);
                reached.stop(e.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    // Waiting asks the database too, which may be away just then.
    private void tried() throws InterruptedException {
        try {
            if (!step.run()) {
                feed.await(reached.position(), IDLE);
            }
        } catch (UnknownEvent | UnreadableEvent e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            if (!closing) {
                LOG.warn("a step of {} failed and is tried again", name, e);
                reached.pause(IDLE);
            }
        }
    }

    /** Lets nobody wait for it any longer, and returns once its thread has ended, within thirty seconds. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        reached.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
