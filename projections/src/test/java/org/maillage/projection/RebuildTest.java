package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;

/** A rebuild goes on beside the live views, and readers never see it. */
class RebuildTest {

    @Test
    void while_events_are_appended_a_reader_never_sees_a_partial_view() throws Exception {
        var history = History.of(11, 4_000);
        var known = history.subList(0, 3_000);
        var networks = known.stream()
                .map(recorded -> recorded.event().network())
                .filter(network -> network != null)
                .distinct()
                .toList();
        assertThat(networks).hasSize(2);
        try (var open = OpenViews.over(new ListFeed());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            open.feed().append(known);
            var views = open.caughtUp();
            var stop = new AtomicBoolean();
            var reads = new AtomicLong();
            var reader = threads.submit(reading(views, networks, stop, reads));
            var appender = threads.submit(() -> append(open.feed(), history.subList(3_000, history.size()), views));
            int rebuilds = 0;
            while (!appender.isDone() || rebuilds < 3) {
                var progress = views.rebuild().get(60, TimeUnit.SECONDS);
                assertThat(progress.failure()).isNull();
                rebuilds++;
            }
            appender.get();
            open.caughtUp();
            stop.set(true);

            assertThat(reader.get()).as("what a reader saw that it must not").isEmpty();
            assertThat(reads.get()).isGreaterThan(10);
            var live = Tables.of(open.database());
            assertThat(views.rebuild().get(60, TimeUnit.SECONDS).done()).isEqualTo(history.size());
            Tables.assertSame(Tables.of(open.database()), live);
            assertThat(Tables.rows(open.database(), "select nspname from pg_namespace where nspname like 'views%'"))
                    .containsExactly("views");
        }
    }

    @Test
    void a_rebuild_that_memory_cannot_hold_gives_the_same_rows() throws Exception {
        try (var open = OpenViews.over(new ListFeed())) {
            open.feed().append(History.of(12, 4_000));
            open.caughtUp();
            var live = Tables.of(open.database());
            var next = new Schema("views_next_small");
            var folding = new Folding(Views.all(), open.vault(), Clock.systemUTC());
            var shown = new ArrayList<Long>();
            try (var connection = open.database().getConnection()) {
                connection.setAutoCommit(false);
                var positions =
                        new Filling(open.database(), open.feed(), folding, connection, next, 100).run(shown::add);

                assertThat(positions.feed()).isEqualTo(open.feed().position()).isGreaterThan(4_000);
                assertThat(shown)
                        .as("more than one stretch")
                        .hasSizeGreaterThan(1)
                        .isSorted();
                Tables.assertSame(Tables.of(open.database(), next), live);
                next.drop(connection);
                connection.commit();
            }
        }
    }

    private static long append(ListFeed feed, List<Recorded> rest, Projections views) {
        for (int from = 0; from < rest.size(); from += 20) {
            feed.append(rest.subList(from, Math.min(rest.size(), from + 20)));
            views.awaitPosition(feed.position());
        }
        return feed.position();
    }

    /** Counts only ever grow, rule 10 holds in each answer, and no answer fails. */
    private static Callable<List<String>> reading(
            Projections views, List<NetworkId> networks, AtomicBoolean stop, AtomicLong reads) {
        return () -> {
            var wrong = new ArrayList<String>();
            var seen = new long[networks.size()];
            while (!stop.get()) {
                for (int i = 0; i < seen.length; i++) {
                    var claims = views.figures().of(networks.get(i), AsOf.NOW).contributions().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    if (claims < seen[i]) {
                        wrong.add(claims + " claims after " + seen[i]);
                    }
                    seen[i] = claims;
                    reads.incrementAndGet();
                }
            }
            return wrong;
        };
    }

    @Test
    void progress_counts_events_and_ends_done() throws Exception {
        var feed = new ListFeed();
        feed.append(History.of(12, 500));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(views.rebuilding()).isEmpty();
            var progress = views.rebuild().get(60, TimeUnit.SECONDS);
            assertThat(progress.stage()).isEqualTo(Progress.Stage.DONE);
            assertThat(progress.done()).isEqualTo(progress.total()).isEqualTo(feed.position());
            assertThat(views.rebuilding()).contains(progress);
            assertThat(views.lag()).isZero();
        }
    }

    @Test
    void the_end_of_the_reading_follows_the_pace_and_of_what_comes_after_it_none_is_told() throws Exception {
        var feed = new ListFeed();
        feed.append(History.of(16, 400));
        try (var open = OpenViews.over(feed)) {
            open.caughtUp();
            long total = feed.position();
            var start = Instant.parse("2026-11-23T09:00:00Z");
            var now = new AtomicReference<>(start);
            InstantSource source = now::get;
            var clock = source.withZone(ZoneOffset.UTC);
            var folding = new Folding(Views.all(), open.vault(), clock);
            var rebuild = new AtomicReference<Rebuild>();
            var told = new ArrayList<@Nullable Instant>();
            Rebuild.Filler filler = (connection, next, show) -> {
                told.add(rebuild.get().progress().readAt());
                for (int stretch = 1; stretch <= 3; stretch++) {
                    // The first stretch takes 10 s, the second 30 s.
                    now.set(start.plusSeconds(stretch == 1 ? 10 : 40));
                    show.accept(stretch * 100L);
                    told.add(rebuild.get().progress().readAt());
                }
                return new Filling(open.database(), feed, folding, connection, next, 1_000).run(_ -> {});
            };
            rebuild.set(new Rebuild(open.database(), feed, folding, _ -> {}, clock, filler));

            var done = rebuild.get().run();

            assertThat(done.failure()).isNull();
            assertThat(done.readAt()).isNull();
            assertThat(told)
                    .containsExactly(
                            null,
                            start.plusMillis(10_000 * total / 100),
                            start.plusMillis(40_000 * total / 200),
                            start.plusMillis(40_000 * total / 300));
        }
    }

    @Test
    void views_made_by_another_version_are_built_anew_when_they_are_opened() throws Exception {
        var feed = new ListFeed();
        feed.append(History.of(13, 500));
        try (var open = OpenViews.over(feed)) {
            open.caughtUp();
            var expected = Tables.of(open.database());
            open.views().close();
            try (var connection = open.database().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update views.generation set version = 'older'");
                statement.execute("delete from views.member");
                statement.execute("create schema views_next_left");
            }
            try (var again = Projections.open(open.database(), open.vault(), feed, java.time.Clock.systemUTC())) {
                assertThat(again.position()).isEqualTo(feed.position());
                Tables.assertSame(Tables.of(open.database()), expected);
                assertThat(expected.get("member")).isNotEmpty();
            }
        }
    }

    @Test
    void of_two_processes_that_start_at_once_one_builds_the_views_and_the_other_waits_for_them() throws Exception {
        var feed = new ListFeed();
        feed.append(History.of(14, 3_000));
        var vault = new OpenVault();
        var database = ViewsDatabase.fresh();
        var start = new CyclicBarrier(2);
        Callable<Projections> opening = () -> {
            start.await(60, TimeUnit.SECONDS);
            return Projections.open(database, vault, feed, Clock.systemUTC());
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(opening);
            var second = threads.submit(opening);
            try (var one = first.get(60, TimeUnit.SECONDS);
                    var other = second.get(60, TimeUnit.SECONDS)) {
                assertThat(one.position()).isEqualTo(feed.position()).isEqualTo(3_000);
                assertThat(other.position()).isEqualTo(feed.position());
                assertThat(Tables.of(database).get("member")).isNotEmpty();
            }
        }
    }

    @Test
    void views_that_cannot_be_built_say_why() {
        var failing = new ListFeed() {
            @Override
            public List<Recorded> after(long position, int limit) {
                throw new IllegalStateException("the journal is away");
            }
        };
        failing.append(History.of(15, 10));
        assertThatIllegalStateException()
                .isThrownBy(() -> OpenViews.over(failing))
                .withMessageContaining("the journal is away");
    }
}
