package org.maillage.projection;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.account.Accounts;
import org.maillage.projection.contribution.Contributions;
import org.maillage.projection.figures.Figures;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import org.maillage.projection.guard.Guard;
import org.maillage.projection.member.Members;
import org.maillage.projection.network.Networks;
import org.maillage.projection.portrait.Portraits;
import org.maillage.projection.queue.Queue;

/**
 * The views: opened on a data source, they follow the feed until they are closed. Micronaut is opened in plain code, with
 * nothing of its own configuration files or environment.
 */
public final class Projections implements AutoCloseable {

    /** How long a page that follows a command waits for the views. */
    public static final Duration READ_YOUR_WRITES = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Clock clock;
    private final Folding folding;
    private final LiveViews live;
    private final Keeping keeping;
    private final ApplicationContext beans;
    private final Accounts accounts;
    private final Contributions contributions;
    private final Queue queue;
    private final Portraits portraits;
    private final Members members;
    private final Networks networks;
    private final Figures figures;
    private final Guard guard;

    private final Object rebuilds = new Object();
    private @Nullable Rebuild rebuild;
    private @Nullable CompletableFuture<Progress> rebuilding;

    private Projections(DataSource dataSource, Vault vault, EventFeed feed, Clock clock, boolean elsewhere) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.clock = clock;
        this.folding = new Folding(Views.all(), vault, clock);
        this.live = new LiveViews(dataSource, feed, folding);
        this.keeping = elsewhere ? new Watching(dataSource) : new Projector(live, feed, folding);
        this.beans = micronaut(dataSource);
        var texts = new Texts(vault);
        accounts = new Accounts(beans, texts);
        contributions = new Contributions(beans, texts);
        portraits = new Portraits(beans);
        members = new Members(beans);
        networks = new Networks(beans);
        queue = new Queue(beans, networks, texts);
        figures = new Figures(beans);
        guard = new Guard(beans);
    }

    /**
     * Opens the views and starts to follow the feed. Where there are none, or another version of this program made them,
     * they are built from the whole journal first.
     *
     * @throws IllegalStateException where they cannot be built, or are of another journal
     */
    public static Projections open(DataSource dataSource, Vault vault, EventFeed feed, Clock clock) {
        return opened(new Projections(dataSource, vault, feed, clock, false));
    }

    /**
     * Opens views that other processes keep, which follow a copy of the feed: this one only reads, and may rebuild them.
     *
     * @throws IllegalStateException where there are none and they cannot be built, or they are of another journal
     */
    public static Projections reading(DataSource dataSource, Vault vault, EventFeed feed, Clock clock) {
        return opened(new Projections(dataSource, vault, feed, clock, true));
    }

    private static Projections opened(Projections projections) {
        try {
            projections.start();
            return projections;
        } catch (SQLException e) {
            projections.close();
            throw new StoreFailure(e);
        } catch (RuntimeException e) {
            projections.close();
            throw e;
        }
    }

    private void start() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            if (Schema.LIVE.isCurrent(connection)) {
                SameJournal.require(connection, feed);
            } else {
                var built = rebuilder().runAtStart();
                if (built.stage() != Progress.Stage.DONE) {
                    throw new IllegalStateException("the views cannot be built: " + built.failure());
                }
            }
            keeping.reach(Positions.feed(connection, Schema.LIVE));
        }
        keeping.start();
    }

    private Rebuild rebuilder() {
        return new Rebuild(dataSource, feed, folding, keeping::reach, clock);
    }

    private static ApplicationContext micronaut(DataSource dataSource) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .properties(Map.of("datasources.default.dialect", "POSTGRES"))
                .beanDefinitions(RuntimeBeanDefinition.builder(DataSource.class, () -> dataSource)
                        .qualifier(Qualifiers.byName("default"))
                        .singleton(true)
                        .build())
                .start();
    }

    public Accounts accounts() {
        return accounts;
    }

    public Contributions contributions() {
        return contributions;
    }

    public Queue queue() {
        return queue;
    }

    public Portraits portraits() {
        return portraits;
    }

    public Members members() {
        return members;
    }

    public Networks networks() {
        return networks;
    }

    public Figures figures() {
        return figures;
    }

    public Guard guard() {
        return guard;
    }

    /** Position of the last event that the views hold. */
    public long position() {
        return keeping.position();
    }

    /** Events that the journal holds and the views do not yet. */
    public long lag() {
        return Math.max(0, feed.position() - keeping.position());
    }

    /** Waits at most {@link #READ_YOUR_WRITES} until the views hold a position; returns whether they do. */
    public boolean awaitPosition(long position) {
        return awaitPosition(position, READ_YOUR_WRITES);
    }

    /** Waits until the views hold a position, at most so long; returns whether they do. */
    public boolean awaitPosition(long position, Duration atMost) {
        return keeping.await(position, atMost);
    }

    /** Waits at most {@link #READ_YOUR_WRITES} until the views hold all that the journal holds now. */
    public boolean awaitJournal() {
        return awaitPosition(feed.position());
    }

    /** Starts a rebuild beside the live views, or joins the running one; completes after the swap. */
    public CompletableFuture<Progress> rebuild() {
        synchronized (rebuilds) {
            if (rebuilding != null && !rebuilding.isDone()) {
                return rebuilding;
            }
            var next = rebuilder();
            var done = new CompletableFuture<Progress>();
            Thread.ofPlatform().name("views-rebuild").daemon().start(() -> done.complete(next.run()));
            rebuild = next;
            rebuilding = done;
            return done;
        }
    }

    /** The running rebuild, or the last one since opening. */
    public Optional<Progress> rebuilding() {
        synchronized (rebuilds) {
            return Optional.ofNullable(rebuild).map(Rebuild::progress);
        }
    }

    /** Networks whose events wait. */
    public List<Parked> parked() {
        return live.parked();
    }

    /**
     * Applies the waiting events of a network in order; returns whether none waits any more.
     *
     * @param network null for the events of persons
     */
    public boolean retryParked(@Nullable NetworkId network) {
        try {
            return live.retry(network == null ? Batch.INSTALLATION : network.value());
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** Blanks the names that the views hold of a member whose key was destroyed. */
    public void forget(NetworkId network, MemberId member) {
        members.forget(network, member);
    }

    /** Whether the database of the views gives no connection now; it may take as long as a connection is waited for. */
    public boolean away() {
        try (var connection = dataSource.getConnection()) {
            return connection.isClosed();
        } catch (SQLException e) {
            if (Away.isWhy(e)) {
                return true;
            }
            throw new StoreFailure(e);
        }
    }

    /** Why the feed stopped; empty while it runs. */
    public Optional<String> stopped() {
        return keeping.stopped();
    }

    @Override
    public void close() {
        keeping.close();
        beans.close();
    }
}
