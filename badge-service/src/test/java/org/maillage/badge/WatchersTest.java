package org.maillage.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.maillage.badge.feed.BadgeFeed;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

/** Those who keep what they read are told of each event once, whichever process wrote it into the tables. */
class WatchersTest {

    private static final PersonId NADIA = PersonId.next();

    private final List<Long> told = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();
    private int everything;

    private final Watchers watchers = new Watchers(new EventFeed() {
        @Override
        public List<Recorded> after(long position, int limit) {
            read.add(position);
            return events(position + 1, 40);
        }

        @Override
        public long position() {
            return 40;
        }

        @Override
        public boolean await(long position, Duration atMost) {
            return position < 40;
        }
    });

    WatchersTest() {
        watchers.add(new Watcher() {
            @Override
            public void recorded(Recorded recorded) {
                told.add(recorded.position());
            }

            @Override
            public void everything() {
                everything++;
            }
        });
    }

    private static List<Recorded> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> new Recorded(
                        position,
                        StreamId.of(NADIA),
                        position,
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        Actor.SYSTEM,
                        null,
                        UUID.randomUUID(),
                        new PersonEvent.Registered(NADIA)))
                .toList();
    }

    @Test
    void what_this_process_applied_is_told_without_reading_it_again() {
        watchers.told(10, new BadgeFeed.Step(13, events(11, 13)));
        assertThat(told).containsExactly(11L, 12L, 13L);
        assertThat(read).isEmpty();
        watchers.told(13, new BadgeFeed.Step(13, List.of()));
        assertThat(told).hasSize(3);
    }

    @Test
    void what_another_process_applied_is_read_and_told_up_to_where_the_tables_are() {
        watchers.told(10, new BadgeFeed.Step(14, List.of()));
        watchers.told(14, new BadgeFeed.Step(18, events(17, 18)));
        assertThat(told).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L);
        assertThat(read).containsExactly(10L, 14L);
        assertThat(everything).isZero();
    }

    @Test
    void where_the_tables_go_back_or_far_ahead_everything_may_have_changed() {
        watchers.told(10, new BadgeFeed.Step(0, List.of()));
        watchers.told(0, new BadgeFeed.Step(5_000, List.of()));
        assertThat(everything).isEqualTo(2);
        assertThat(told).isEmpty();
    }
}
