package org.maillage.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.event.UnknownEvent;

class FeedFollowerTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** A feed without events, whose database is away when it is first waited for. */
    private static final class Feed implements EventFeed {

        final AtomicInteger waits = new AtomicInteger();

        @Override
        public List<Recorded> after(long position, int limit) {
            return List.of();
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public boolean await(long position, Duration atMost) {
            if (waits.incrementAndGet() == 1) {
                throw new Ledger.Unavailable("the journal cannot be read now", new SQLException("terminated"));
            }
            return true;
        }
    }

    @Test
    void who_loses_the_database_while_waiting_for_more_goes_on_when_it_is_back() {
        var feed = new Feed();
        var steps = new AtomicInteger();
        var reached = new Watermark[1];
        try (var follower = new FeedFollower("a feed", feed, () -> {
            if (feed.waits.get() > 0) {
                reached[0].reach(steps.incrementAndGet());
            }
            return false;
        })) {
            reached[0] = follower.reached();
            follower.start();

            assertThat(follower.reached().await(3, LONG)).isTrue();
            assertThat(feed.waits).hasValueGreaterThan(1);
            assertThat(follower.reached().stopped()).isEmpty();
        }
    }

    @Test
    void a_step_that_says_that_it_goes_no_further_is_the_last() throws InterruptedException {
        var threads = new LinkedBlockingQueue<Thread>();
        var reached = new Watermark[1];
        try (var follower = new FeedFollower("a feed", new Feed(), () -> {
            threads.add(Thread.currentThread());
            reached[0].stop("made by another version");
            return false;
        })) {
            reached[0] = follower.reached();
            follower.start();

            var thread = threads.take();
            assertThat(thread.join(LONG)).isTrue();
            assertThat(threads).isEmpty();
        }
    }

    @Test
    void an_event_that_this_program_does_not_know_stops_it_and_says_which() {
        var steps = new AtomicInteger();
        try (var follower = new FeedFollower("a feed", new Feed(), () -> {
            steps.incrementAndGet();
            throw new UnknownEvent("member.teleported.1");
        })) {
            follower.start();

            assertThat(follower.reached().await(1, LONG)).isFalse();
            assertThat(follower.reached().stopped()).hasValue("unknown event member.teleported.1");
            assertThat(steps).hasValue(1);
        }
    }
}
