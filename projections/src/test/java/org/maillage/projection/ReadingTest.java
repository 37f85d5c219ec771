package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process that reads views that others keep. */
class ReadingTest {

    @Test
    void what_another_process_has_applied_is_waited_for_and_read() throws Exception {
        var history = History.of(21, 600);
        try (var open = OpenViews.over(new ListFeed());
                var reading = Projections.reading(open.database(), open.vault(), open.feed(), Clock.systemUTC())) {
            assertThat(reading.awaitPosition(1, Duration.ofMillis(40))).isFalse();
            var waiting =
                    CompletableFuture.supplyAsync(() -> reading.awaitPosition(history.size(), Duration.ofSeconds(60)));

            open.feed().append(history);

            assertThat(waiting.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(reading.position()).isEqualTo(history.size());
            assertThat(reading.lag()).isZero();
            assertThat(reading.stopped()).isEmpty();
            assertThat(reading.networks().all()).hasSize(2);
        }
    }

    @Test
    void who_finds_no_views_builds_them_and_may_rebuild_them() throws Exception {
        var feed = new ListFeed();
        feed.append(History.of(22, 500));
        var database = ViewsDatabase.fresh();
        try (var reading = Projections.reading(database, new OpenVault(), feed, Clock.systemUTC())) {
            assertThat(reading.position()).isEqualTo(feed.position());
            feed.append(History.of(23, 50).subList(0, 1));
            assertThat(reading.awaitPosition(feed.position(), Duration.ofMillis(40)))
                    .as("it folds nothing")
                    .isFalse();
            assertThat(reading.rebuild().get(60, TimeUnit.SECONDS).failure()).isNull();
            assertThat(reading.position()).isEqualTo(feed.position());
            ViewsDatabase.execute(database, "update views.generation set version = 'another'");
            assertThat(reading.stopped().orElseThrow()).contains("another version");
        }
    }

    @Test
    void views_that_another_version_has_made_are_not_written_by_this_one() throws Exception {
        var history = History.of(24, 300);
        try (var open = OpenViews.over(new ListFeed())) {
            open.feed().append(history.subList(0, 200));
            var views = open.caughtUp();
            // As when the first process of a new version starts beside those of the old one.
            ViewsDatabase.execute(open.database(), "update views.generation set version = 'another'");
            var before = Tables.of(open.database());

            open.feed().append(history.subList(200, history.size()));

            assertThat(views.awaitPosition(open.feed().position(), Duration.ofSeconds(60)))
                    .isFalse();
            assertThat(views.stopped().orElseThrow()).contains("another version");
            Tables.assertSame(Tables.of(open.database()), before);
            assertThat(before.get("member")).isNotEmpty();
        }
    }
}
