package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Watermark;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.TopicFolding.Gap;
import org.maillage.projection.fold.Batch;

/**
 * The views as a process of its own keeps them from a copy of the journal, beside other processes that keep other
 * partitions of it: the same folds, and rows, offsets and positions in one transaction.
 */
public final class CopiedViews {

    private final DataSource dataSource;
    private final EventFeed journal;
    private final Clock clock;
    private final Folding folding;
    private final LiveViews live;
    private final TopicFolding topic;
    private final Watermark reached = new Watermark();
    private final AtomicLong applied = new AtomicLong();

    private final Object rebuilds = new Object();
    private @Nullable Rebuild rebuild;
    private @Nullable CompletableFuture<Progress> rebuilding;

    /** In which partition of a topic the events of a network are; null for those of persons. */
    public interface Partitioning {
        int of(@Nullable UUID network, int count);
    }

    /** What a topic holds, from its beginning. */
    public interface Replay extends AutoCloseable {

        /** The next of it; empty at the end. */
        Optional<List<Slice>> next() throws InterruptedException;

        @Override
        void close();
    }

    private CopiedViews(DataSource dataSource, Vault vault, EventFeed journal, Clock clock, TopicFolding.Topic topic) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.clock = clock;
        this.folding = new Folding(Views.all(), vault, clock);
        this.live = new LiveViews(dataSource, journal, folding);
        this.topic = new TopicFolding(folding, journal, topic);
    }

    /**
     * Opens the views. Where there are none, or another version of this program made them, they are built from the
     * journal first, by one of the processes that start at once.
     *
     * @param dataSource where the views are
     * @param journal what the topic is a copy of; read for what did not come, and for rebuilds
     * @param topic its name, and how many partitions it has
     * @throws IllegalStateException where they cannot be built, or are of another journal
     */
    public static CopiedViews open(
            DataSource dataSource,
            Vault vault,
            EventFeed journal,
            Clock clock,
            String topic,
            int partitions,
            Partitioning partitioning)
            throws SQLException {
        var named = new TopicFolding.Topic(topic, partitions, partitioning::of);
        var views = new CopiedViews(dataSource, vault, journal, clock, named);
        views.start();
        return views;
    }

    private void start() throws SQLException {
        if (!isBuilt()) {
            var built = rebuilder().runAtStart();
            if (built.stage() != Progress.Stage.DONE) {
                throw new IllegalStateException("the views cannot be built: " + built.failure());
            }
        }
        reached.reachAtLeast(live.writeBeside(connection -> {
            topic.begin(connection, Schema.LIVE);
            return topic.places(Schema.LIVE).settle(connection);
        }));
    }

    private boolean isBuilt() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            boolean current = Schema.LIVE.isCurrent(connection);
            if (current) {
                SameJournal.require(connection, journal);
            }
            return current;
        }
    }

    private Rebuild rebuilder() {
        return new Rebuild(dataSource, journal, folding, reached::reachAtLeast, clock);
    }

    /** The offsets to go on from in some partitions. */
    public Map<Integer, Long> offsets(Set<Integer> partitions) throws SQLException {
        return live.writeBeside(connection -> {
            var offsets = new HashMap<Integer, Long>();
            topic.places(Schema.LIVE)
                    .lock(connection, partitions)
                    .forEach((partition, place) -> offsets.put(partition, place.offset()));
            return offsets;
        });
    }

    /**
     * Applies what came, in one transaction with the places in the topic.
     *
     * @param slices at most one of a partition; one without events says that its partition is there
     * @param sent what the topic is known to hold, as it was before the slices were read or later
     * @throws OtherVersion where another version of this program has rebuilt the views
     */
    public void apply(List<Slice> slices, Sent sent) throws SQLException {
        for (var gap = tried(slices, sent); gap.isPresent(); gap = tried(slices, sent)) {
            fill(gap.get());
        }
        applied.addAndGet(
                slices.stream().mapToInt(slice -> slice.events().size()).sum());
    }

    private Optional<Gap> tried(List<Slice> slices, Sent sent) throws SQLException {
        return live.writeBeside(connection -> {
            if (!Schema.LIVE.isCurrent(connection)) {
                throw new OtherVersion();
            }
            var gap = topic.apply(connection, Schema.LIVE, slices, sent);
            if (gap.isEmpty()) {
                reached.reachAtLeast(topic.places(Schema.LIVE).settle(connection));
            }
            return gap;
        });
    }

    /** Takes from the journal what a partition should hold up to a position and did not give. */
    public void fill(int partition, long to) throws SQLException {
        fill(new Gap(partition, to));
    }

    private void fill(Gap gap) throws SQLException {
        boolean done = false;
        while (!done) {
            done = live.writeBeside(connection -> topic.fill(connection, Schema.LIVE, gap));
        }
    }

    /** Position up to which the views hold every event, as this process last saw it. */
    public long position() {
        return reached.position();
    }

    /** Events that came since the start, those that had come before too. */
    public long applied() {
        return applied.get();
    }

    /** Events that did not come since the start, and were taken from the journal. */
    public long missed() {
        return topic.missed();
    }

    /** Networks whose events wait. */
    public List<Parked> parked() {
        return live.parked();
    }

    /** Applies the waiting events of a network in order, null for those of persons; returns whether none waits any more. */
    public boolean retryParked(@Nullable NetworkId network) throws SQLException {
        return live.retry(network == null ? Batch.INSTALLATION : network.value());
    }

    /** Starts a rebuild from the journal beside the live views, or joins the running one; completes after the swap. */
    public CompletableFuture<Progress> rebuild() {
        return start(rebuilder(), () -> {});
    }

    /** Starts a rebuild from the topic, which is closed after it; what came meanwhile is taken from the journal. */
    public CompletableFuture<Progress> rebuild(Replay replay, Sent sent) {
        var fromTopic = new Rebuild(
                dataSource,
                journal,
                folding,
                reached::reachAtLeast,
                clock,
                (connection, next, show) -> fill(connection, next, replay, sent, show));
        return start(fromTopic, replay::close);
    }

    private Positions fill(Connection connection, Schema next, Replay replay, Sent sent, LongConsumer show)
            throws SQLException, InterruptedException {
        next.drop(connection);
        next.create(connection);
        topic.begin(connection, next);
        connection.commit();
        for (var some = replay.next(); some.isPresent(); some = replay.next()) {
            for (var gap = topic.apply(connection, next, some.get(), sent);
                    gap.isPresent();
                    gap = topic.apply(connection, next, some.get(), sent)) {
                boolean done = false;
                while (!done) {
                    done = topic.fill(connection, next, gap.get());
                    connection.commit();
                }
            }
            show.accept(topic.places(next).settle(connection));
            connection.commit();
        }
        return Positions.load(connection, next);
    }

    private CompletableFuture<Progress> start(Rebuild next, Runnable after) {
        synchronized (rebuilds) {
            var before = rebuilding;
            if (before != null && !before.isDone() && rebuild != null && isGoingOn(rebuild.progress())) {
                after.run();
                return before;
            }
            var done = new CompletableFuture<Progress>();
            Thread.ofPlatform().name("views-rebuild").daemon().start(() -> {
                try {
                    // One that is at its end still holds the lock.
                    if (before != null) {
                        before.join();
                    }
                    done.complete(next.run());
                } finally {
                    after.run();
                }
            });
            rebuild = next;
            rebuilding = done;
            return done;
        }
    }

    private static boolean isGoingOn(Progress progress) {
        return switch (progress.stage()) {
            case FOLDING, INDEXING, CATCHING_UP -> true;
            case DONE, FAILED -> false;
        };
    }

    /** The running rebuild of this process, or its last one. */
    public Optional<Progress> rebuilding() {
        synchronized (rebuilds) {
            return Optional.ofNullable(rebuild).map(Rebuild::progress);
        }
    }

    /** Another version of this program has rebuilt the views: this one must not write them. */
    public static final class OtherVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherVersion() {
            super("another version of this program has made the views: stop this one, or rebuild them with it");
        }
    }

    /** The topic holds events that the journal does not: they are of another history. */
    public static final class Diverged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Diverged(long topic, long journal) {
            super("event " + topic + " of the topic is not in the journal, which ends at " + journal
                    + ": it is the copy of another journal, or this one was restored; name another topic");
        }
    }
}
