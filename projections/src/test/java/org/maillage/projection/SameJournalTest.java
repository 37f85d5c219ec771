package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.feed.Recorded;

/** Views in a database of their own outlive a journal that is restored from a backup. */
class SameJournalTest {

    private final DataSource database = ViewsDatabase.fresh();
    private final OpenVault vault = new OpenVault();

    @Test
    void views_that_hold_another_history_are_not_gone_on_with_until_somebody_drops_them() throws Exception {
        var history = History.of(31, 400);
        fill(history);

        // It ends before the views do, then beyond them.
        for (var restored : List.of(otherwise(history.subList(0, 200)), otherwise(history))) {
            for (var opening : List.<ThrowingCallable>of(
                    () -> Projections.open(database, vault, restored, Clock.systemUTC()),
                    () -> Projections.reading(database, vault, restored, Clock.systemUTC()),
                    () -> CopiedViews.open(
                            database, vault, restored, Clock.systemUTC(), "events", 2, (_, count) -> count - 1))) {
                assertThatThrownBy(opening)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("that is not in the journal, which ends at %d", restored.position())
                        .hasMessageContaining("drop schema views cascade");
            }
        }
        assertThat(Tables.rows(database, "select max(position)::text from views.partition_position"))
                .containsExactly(Integer.toString(history.size()));

        ViewsDatabase.execute(database, "drop schema views cascade");
        var restored = otherwise(history.subList(0, 200));
        try (var views = Projections.open(database, vault, restored, Clock.systemUTC())) {
            assertThat(views.position()).isEqualTo(200);
        }
    }

    @Test
    void views_of_the_same_journal_are_gone_on_with() throws Exception {
        var history = History.of(32, 300);
        fill(history.subList(0, 250));
        fill(history);
        assertThat(Tables.rows(database, "select position::text from views.generation"))
                .containsExactly(Integer.toString(history.size()));
    }

    private void fill(List<Recorded> events) {
        var feed = new ListFeed();
        feed.append(events);
        try (var views = Projections.open(database, vault, feed, Clock.systemUTC())) {
            assertThat(views.awaitPosition(events.size(), Duration.ofSeconds(60)))
                    .isTrue();
        }
    }

    /** A journal that went on otherwise: other events, whatever they say. */
    private static ListFeed otherwise(List<Recorded> events) {
        var feed = new ListFeed() {
            @Override
            public List<Recorded> after(long position, int limit) {
                return super.after(position, limit).stream()
                        .map(recorded -> new Recorded(
                                recorded.position(),
                                recorded.stream(),
                                recorded.version(),
                                new UUID(2, recorded.position()),
                                recorded.recordedAt(),
                                recorded.actor(),
                                recorded.cause(),
                                recorded.commandId(),
                                recorded.event()))
                        .toList();
            }
        };
        feed.append(events);
        return feed;
    }
}
