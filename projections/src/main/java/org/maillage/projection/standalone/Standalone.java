package org.maillage.projection.standalone;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.feed.Watermark;
import org.maillage.ledger.vault.PostgresMemberKeys;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.projection.CopiedViews;
import org.maillage.projection.Progress;
import org.maillage.projection.Sent;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import org.maillage.projection.standalone.FollowerStatus.State;
import org.maillage.relay.Copied;
import org.maillage.relay.Partitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of its own that keeps the views: as many of them as the topic has partitions share the work. */
public final class Standalone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final StandaloneSettings settings;
    private final HikariDataSource ledger;
    private final HikariDataSource database;
    private final Consumers consumers;
    private final Watermark ended = new Watermark();
    private final Thread opening;
    private final HealthServer server;
    private volatile boolean closing;
    private volatile String waitingFor = "opening";
    private volatile @Nullable Open open;

    /** What runs once the databases and the relay are there. */
    private record Open(CopiedViews views, Follower follower, int partitions) {}

    /** Starts it; its health can be asked for at once, whether or not anything else is there. */
    Standalone(StandaloneSettings settings) throws IOException {
        this.settings = settings;
        ledger = pool("maillage-ledger", settings.ledger(), settings.connections());
        database = settings.views().equals(settings.ledger())
                ? ledger
                : pool("maillage-views", settings.views(), settings.connections());
        consumers = new Consumers(settings.kafka());
        server = new HealthServer(settings.port(), this);
        opening = Thread.ofPlatform().name("views-opening").daemon().start(this::openOnceThere);
    }

    /** Runs until it is told to end. */
    public static void main(String... args) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "logback-standalone.xml");
        }
        try {
            var program = new Standalone(StandaloneSettings.of(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(program::close, "views-closing"));
            System.out.println("Maillage's views follow "
                    + program.settings.kafka().topic() + "; health at " + program.address() + "/health");
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println("Maillage's views did not start. " + e.getMessage());
            System.exit(1);
        }
    }

    private static HikariDataSource pool(String name, String url, int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        // A database that is away is waited for.
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", name);
        return pool;
    }

    private void openOnceThere() {
        while (!closing) {
            try {
                if (opened()) {
                    return;
                }
            } catch (SQLException | StoreFailure | Ledger.Unavailable | IllegalStateException e) {
                var why = String.valueOf(e.getMessage());
                if (!why.equals(waitingFor)) {
                    LOG.warn("the views cannot be opened yet: {}", why);
                }
                waitingFor = why;
            }
            try {
                ended.pause(AGAIN);
            } catch (InterruptedException e) {
                LOG.debug("interrupted", e);
                return;
            }
        }
    }

    private boolean opened() throws SQLException {
        var copied = copied();
        if (copied.isEmpty()) {
            waitingFor = "no relay has begun to copy the journal to " + topic();
            return false;
        }
        int partitions = copied.get().sent().size();
        var vault = new SealedVault(new PostgresMemberKeys(ledger), settings.masterKey());
        vault.checkMasterKey();
        waitingFor = "the views are being built";
        var views = CopiedViews.open(
                database, vault, JournalFeed.reading(ledger), Clock.systemUTC(), topic(), partitions, Partitions::of);
        var follower = new Follower(views, ledger, topic(), consumers.ofGroup(settings.group()));
        open = new Open(views, follower, partitions);
        follower.start();
        return true;
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    String topic() {
        return settings.kafka().topic();
    }

    DataSource ledger() {
        return ledger;
    }

    /** How far the relay is; empty where none has begun. */
    Optional<Copied> copied() throws SQLException {
        try (var connection = ledger.getConnection()) {
            return Copied.find(connection, topic());
        }
    }

    /** The views; empty before they are open. */
    Optional<CopiedViews> views() {
        return Optional.ofNullable(open).map(Open::views);
    }

    FollowerStatus status() {
        var opened = open;
        return opened == null
                ? new FollowerStatus(State.STARTING, Set.of(), waitingFor)
                : opened.follower().status();
    }

    /** Starts a rebuild, or joins the running one, and says how far it is; empty before the views are open. */
    Optional<Progress> rebuild(boolean fromTopic) throws SQLException {
        var opened = open;
        if (opened == null) {
            return Optional.empty();
        }
        if (fromTopic) {
            var sent = copied().map(copied -> new Sent(copied.position(), copied.sent()))
                    .orElse(Sent.UNKNOWN);
            var _ = opened.views().rebuild(new TopicReplay(consumers.alone(), topic(), opened.partitions()), sent);
        } else {
            var _ = opened.views().rebuild();
        }
        return opened.views().rebuilding();
    }

    /** Stops where it is: others have its partitions at once. */
    @Override
    public void close() {
        closing = true;
        ended.close();
        opening.interrupt();
        var opened = open;
        if (opened != null) {
            opened.follower().close();
        }
        server.close();
        database.close();
        ledger.close();
    }
}
