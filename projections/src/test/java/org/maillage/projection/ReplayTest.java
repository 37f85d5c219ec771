package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.feed.Recorded;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.DatabaseStore;
import org.maillage.projection.network.NetworkView;

/** The same events give the same rows, however they arrive. */
class ReplayTest {

    /** Tables that a random history fills; a comparison of empty tables would prove nothing. */
    private static final List<String> FILLED = List.of(
            "balance",
            "charter",
            "clue",
            "contribution",
            "evidence",
            "kind",
            "member",
            "membership",
            "network",
            "organisation",
            "person",
            "share",
            "statement_line",
            "tariff",
            "tariff_line",
            "territory",
            "thread_entry");

    private static void assertFilled(Map<String, List<String>> tables) {
        assertThat(tables).containsKeys(FILLED.toArray(String[]::new));
        FILLED.forEach(table -> assertThat(tables.get(table)).as(table).isNotEmpty());
        assertThat(tables.get("parked")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void views_rebuilt_from_zero_are_the_live_ones(long seed) throws Exception {
        var history = History.of(seed, 2_500);
        var random = new Random(seed);
        try (var open = OpenViews.over(new ListFeed())) {
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(400));
                open.feed().append(history.subList(from, to));
                open.caughtUp();
                from = to;
            }
            var live = Tables.of(open.database());
            assertFilled(live);

            var progress = open.views().rebuild().get(120, TimeUnit.SECONDS);

            assertThat(progress.failure()).isNull();
            assertThat(progress.stage()).isEqualTo(Progress.Stage.DONE);
            assertThat(progress.done()).isEqualTo(history.size());
            Tables.assertSame(Tables.of(open.database()), live);
        }
    }

    @Test
    void an_event_delivered_twice_changes_nothing_the_second_time() throws SQLException {
        var history = History.of(4, 1_500);
        var once = views(database -> apply(database, history, 300));
        var doubled = new ArrayList<Recorded>();
        for (var recorded : history) {
            doubled.add(recorded);
            doubled.add(recorded);
        }
        Tables.assertSame(views(database -> apply(database, doubled, 300)), once);
        Tables.assertSame(
                views(database -> {
                    apply(database, history, 300);
                    apply(database, history, 70);
                }),
                once);
        assertFilled(once);
    }

    @Test
    void rows_ignore_an_event_that_they_hold_even_where_the_feed_forgets_its_position() {
        var history = History.of(5, 800);
        var once = views(database -> foldBlindly(database, history));
        Tables.assertSame(
                views(database -> {
                    foldBlindly(database, history);
                    foldBlindly(database, history.subList(history.size() - 1, history.size()));
                    foldBlindly(database, history.subList(history.size() - 200, history.size()));
                }),
                once);
        assertThat(once.get("statement_line")).isNotEmpty();
    }

    @Test
    void a_batch_that_was_killed_before_its_commit_is_applied_again_as_if_for_the_first_time() {
        var history = History.of(6, 1_500);
        var once = views(database -> apply(database, history, 250));
        var killed = views(database -> {
            for (int from = 0; from < history.size(); from += 250) {
                var batch = history.subList(from, Math.min(history.size(), from + 250));
                write(database, batch, false);
                write(database, batch, true);
            }
        });
        Tables.assertSame(killed, once);
        assertFilled(once);
    }

    @Test
    void views_that_are_closed_and_opened_again_go_on_where_they_were() {
        var history = History.of(7, 1_200);
        var once = views(database -> apply(database, history, 1_000));
        var database = ViewsDatabase.fresh();
        var feed = new ListFeed();
        for (int part = 0; part < 3; part++) {
            feed.append(history.subList(part * history.size() / 3, (part + 1) * history.size() / 3));
            try (var views = Projections.open(database, new OpenVault(), feed, Clock.systemUTC())) {
                assertThat(views.awaitPosition(feed.position(), Duration.ofSeconds(60)))
                        .isTrue();
            }
        }
        Tables.assertSame(Tables.of(database), once);
    }

    @Test
    void as_of_a_day_the_views_say_what_they_said_at_its_end() {
        var history = History.of(8, 2_000);
        var whole = ViewsDatabase.fresh();
        create(whole);
        apply(whole, history, 1_000);
        var first = day(history.getFirst());
        long days = day(history.getLast()).toEpochDay() - first.toEpochDay();
        assertThat(days).isGreaterThan(20);
        for (int tenth = 1; tenth < 10; tenth += 4) {
            var day = first.plusDays(days * tenth / 10);
            var until = history.stream()
                    .takeWhile(recorded -> !day(recorded).isAfter(day))
                    .toList();
            var then = ViewsDatabase.fresh();
            create(then);
            apply(then, until, 1_000);
            var expected = Tables.asOf(then, AsOf.NOW);
            assertThat(expected.get("contribution")).isNotEmpty();
            assertThat(expected.get("share")).isNotEmpty();
            Tables.assertSame(Tables.asOf(whole, day), expected);
        }
    }

    private static LocalDate day(Recorded recorded) {
        return recorded.recordedAt().atZone(Story.ZONE).toLocalDate();
    }

    private static Map<String, List<String>> views(Consumer<DataSource> how) {
        var database = ViewsDatabase.fresh();
        create(database);
        how.accept(database);
        return Tables.of(database);
    }

    private static void create(DataSource database) {
        try (var connection = database.getConnection()) {
            Schema.LIVE.create(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void apply(DataSource database, List<Recorded> events, int size) {
        for (int from = 0; from < events.size(); from += size) {
            write(database, events.subList(from, Math.min(events.size(), from + size)), true);
        }
    }

    private static void write(DataSource database, List<Recorded> events, boolean commit) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var positions = Positions.load(connection, Schema.LIVE);
            new Folding(Views.all(), new OpenVault(), Clock.systemUTC())
                    .apply(connection, Schema.LIVE, positions, events);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Folds without looking at positions of the feed: only the rows know what they hold. */
    private static void foldBlindly(DataSource database, List<Recorded> events) {
        try (var connection = database.getConnection()) {
            var batch = new Batch(new DatabaseStore(connection, "views"), new OpenVault(), false);
            for (var recorded : events) {
                batch.begin(recorded);
                batch.in(NetworkView.zone(recorded, batch), recorded);
                Views.all().forEach(view -> view.apply(recorded, batch));
            }
            batch.write();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
