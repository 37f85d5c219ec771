package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Views opened over a list of events, on a database of their own. */
record OpenViews(DataSource database, OpenVault vault, ListFeed feed, Projections views) implements AutoCloseable {

    static OpenViews over(ListFeed feed) {
        var vault = new OpenVault();
        var database = ViewsDatabase.fresh();
        return new OpenViews(database, vault, feed, Projections.open(database, vault, feed, Clock.systemUTC()));
    }

    /** The views, once they hold all of the feed. */
    Projections caughtUp() {
        assertThat(views.awaitPosition(feed.position(), Duration.ofSeconds(60)))
                .as("caught up")
                .isTrue();
        return views;
    }

    @Override
    public void close() {
        views.close();
    }
}
