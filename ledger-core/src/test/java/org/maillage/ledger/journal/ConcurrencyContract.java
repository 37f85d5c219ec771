package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.journal.Appending.all;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.atOnce;
import static org.maillage.ledger.journal.Appending.entry;
import static org.maillage.ledger.journal.Appending.receipt;
import static org.maillage.ledger.journal.Appending.registered;
import static org.maillage.ledger.journal.Appending.withKey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal.AlreadyDone;
import org.maillage.ledger.journal.Journal.Conflict;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/** What every journal does when many append at once. */
abstract class ConcurrencyContract {

    private static final int WRITERS = 64;
    private static final int EACH = 40;

    private final NetworkId network = NetworkId.next();

    /** An empty journal. */
    protected abstract Journal journal();

    @Test
    void readers_see_every_event_of_64_writers_once_and_in_order_while_they_write() throws Exception {
        var reading = CompletableFuture.supplyAsync(this::readAll);
        var writers = IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(_ -> this::writeAll)
                .toList();
        assertThat(atOnce(writers)).hasSize(WRITERS).containsOnly(EACH);
        var seen = reading.get();
        assertThat(seen).extracting(Recorded::position).containsExactlyElementsOf(upTo(2L * WRITERS * EACH));
        assertThat(seen.stream().map(Recorded::eventId).distinct()).hasSize(2 * WRITERS * EACH);
        assertThat(seen).isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
    }

    private int writeAll() {
        var person = PersonId.next();
        for (int version = 0; version < EACH; version++) {
            var own = append(entry(version, registered(person)), entry(Journal.UNGUARDED, receipt(network)));
            var stored = journal().append(own);
            assertThat(stored.events()).isEqualTo(2);
        }
        return EACH;
    }

    private List<Recorded> readAll() {
        var feed = new JournalFeed(journal());
        var seen = new ArrayList<Recorded>();
        try {
            while (seen.size() < 2 * WRITERS * EACH && feed.await(seen.size(), Duration.ofMinutes(1))) {
                seen.addAll(feed.after(seen.size(), 100));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return seen;
    }

    private static Iterable<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void of_100_at_once_with_one_key_one_has_an_effect_and_all_learn_of_it() throws Exception {
        var tasks = IntStream.range(0, 100)
                .<Callable<UUID>>mapToObj(_ -> () -> {
                    var mine = withKey("one", entry(Journal.UNGUARDED, receipt(network)));
                    try {
                        journal().append(mine);
                        return mine.origin().commandId();
                    } catch (AlreadyDone done) {
                        return done.answered().commandId();
                    }
                })
                .toList();
        assertThat(new HashSet<>(atOnce(tasks))).hasSize(1);
        assertThat(journal().position()).isEqualTo(1);
    }

    @Test
    void of_those_who_append_the_same_version_at_once_one_is_stored() throws Exception {
        var person = PersonId.next();
        for (int round = 0; round < 20; round++) {
            long version = round;
            var tasks = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        try {
                            journal().append(append(person, version));
                            return true;
                        } catch (Conflict conflict) {
                            return false;
                        }
                    })
                    .toList();
            assertThat(atOnce(tasks)).containsOnlyOnce(true).hasSize(16);
        }
        assertThat(all(journal())).hasSize(20);
    }

    @Test
    void who_waits_is_woken_by_the_next_event_and_told_when_there_is_none() throws Exception {
        var feed = new JournalFeed(journal());
        assertThat(feed.await(0, Duration.ofMillis(20))).isFalse();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return feed.await(0, Duration.ofMinutes(1));
            } catch (InterruptedException interrupted) {
                return false;
            }
        });
        journal().append(append(network));
        assertThat(waiting.get()).isTrue();
        assertThat(feed.await(0, Duration.ZERO)).isTrue();
        assertThat(feed.position()).isEqualTo(1);
    }
}
