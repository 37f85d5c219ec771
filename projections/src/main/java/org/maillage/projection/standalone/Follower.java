package org.maillage.projection.standalone;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.Watermark;
import org.maillage.projection.CopiedViews;
import org.maillage.projection.Sent;
import org.maillage.projection.Slice;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import org.maillage.projection.standalone.FollowerStatus.State;
import org.maillage.relay.Copied;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic with the partitions that the group gives this process. Where each goes on is kept with the rows; the
 * group's own offsets are written for tools and never read.
 */
final class Follower implements AutoCloseable, ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How long no broker may be connected before that is said. */
    private static final Duration GONE = Duration.ofSeconds(3);
    /** How long an event that the relay has sent may be on its way before it is taken from the journal. */
    private static final Duration OVERDUE = Duration.ofSeconds(10);

    private final CopiedViews views;
    private final DataSource relay;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Watermark ended = new Watermark();
    private final Thread thread;

    private final Set<Integer> assigned = new HashSet<>();
    /** Partitions that are ours and not yet where they go on. */
    private final Set<Integer> unplaced = new HashSet<>();

    private Sent told = Sent.UNKNOWN;
    private long toldSince = System.nanoTime();
    private long connectedAt = System.nanoTime();
    private @Nullable String ending;
    private volatile boolean closing;
    private volatile FollowerStatus status = new FollowerStatus(State.STARTING, Set.of(), null);

    /**
     * A follower.
     *
     * @param relay where the relay says how far the topic is
     * @param consumer closed at the end
     */
    Follower(CopiedViews views, DataSource relay, String topic, KafkaConsumer<byte[], byte[]> consumer) {
        this.views = views;
        this.relay = relay;
        this.topic = topic;
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("views-follower").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    FollowerStatus status() {
        return status;
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), this);
            boolean on = true;
            while (!closing && on) {
                on = triedTurn();
            }
        } catch (WakeupException e) {
            LOG.debug("woken to end", e);
        } catch (RuntimeException e) {
            LOG.error("the follower of {} ends", topic, e);
            ending = e.toString();
        }
        assigned.clear();
        say(State.STOPPED, ending);
    }

    /** Returns whether to go on. */
    private boolean triedTurn() {
        try {
            turn();
            sayWhetherConnected();
            return true;
        } catch (UnknownEvent | UnreadableEvent | CopiedViews.OtherVersion | CopiedViews.Diverged e) {
            LOG.error("the views stop", e);
            ending = e.getMessage();
            return false;
        } catch (WakeupException e) {
            throw e;
        } catch (SQLException | StoreFailure | Ledger.Unavailable | KafkaException e) {
            return goOnLater(e);
        }
    }

    // The client waits for brokers that are gone without a word, and then simply has nothing to read.
    private void sayWhetherConnected() {
        long now = System.nanoTime();
        if (connections() > 0) {
            connectedAt = now;
            say(State.FOLLOWING, null);
        } else if (now - connectedAt > GONE.toNanos()) {
            if (status.state() != State.AWAY) {
                LOG.warn("no broker of {} answers; it is tried again", topic);
            }
            say(State.AWAY, "no broker of Kafka answers");
        }
    }

    private int connections() {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .mapToInt(metric -> metric.metricValue() instanceof Number count ? count.intValue() : 0)
                .sum();
    }

    /** What was read and not stored is read again. */
    private boolean goOnLater(Exception why) {
        if (status.state() != State.AWAY) {
            LOG.warn("a batch of the views failed and is tried again", why);
        }
        say(State.AWAY, why.toString());
        unplaced.addAll(assigned);
        try {
            ended.pause(PAUSE);
            return true;
        } catch (InterruptedException e) {
            LOG.debug("interrupted", e);
            return false;
        }
    }

    private void turn() throws SQLException {
        place();
        var polled = consumer.poll(POLL);
        // Of those that came with this poll, records may be from where the group's offsets say.
        var misplaced = Set.copyOf(unplaced);
        place();
        var slices = new HashMap<Integer, Slice>();
        RuntimeException stop = null;
        for (var partition : polled.partitions()) {
            if (assigned.contains(partition.partition()) && !misplaced.contains(partition.partition())) {
                var read = TopicReading.read(partition.partition(), polled.records(partition));
                slices.put(partition.partition(), read.slice());
                stop = read.stop() == null ? stop : read.stop();
            }
        }
        apply(slices);
        if (stop != null) {
            throw stop;
        }
    }

    /** Puts partitions that are new to this process where their rows are. */
    private void place() throws SQLException {
        if (unplaced.isEmpty()) {
            return;
        }
        var offsets = views.offsets(unplaced);
        offsets.forEach((partition, offset) -> consumer.seek(at(partition), offset));
        unplaced.clear();
        told = Sent.UNKNOWN;
    }

    private void apply(Map<Integer, Slice> slices) throws SQLException {
        var sent = sent();
        if (sent.position() != told.position()) {
            // Partitions without events are as far as the relay says.
            for (int partition : assigned) {
                slices.computeIfAbsent(partition, it -> new Slice(it, List.of(), consumer.position(at(it))));
            }
        }
        if (!slices.isEmpty()) {
            views.apply(List.copyOf(slices.values()), sent);
            commit(slices.values());
        }
        if (sent.position() != told.position()) {
            told = sent;
            toldSince = System.nanoTime();
        } else if (views.position() < sent.position() && isOverdue()) {
            fillOverdue(sent);
        }
    }

    /** Brokers that lost an acknowledged event, with none after it, would keep all views waiting. */
    private void fillOverdue(Sent sent) throws SQLException {
        for (int partition : assigned) {
            if (consumer.currentLag(at(partition)).orElse(1) == 0
                    && partition < sent.last().size()) {
                views.fill(partition, sent.last().get(partition));
            }
        }
        // Those that are filled count as being there.
        told = Sent.UNKNOWN;
    }

    private boolean isOverdue() {
        return System.nanoTime() - toldSince > OVERDUE.toNanos();
    }

    private Sent sent() throws SQLException {
        try (var connection = relay.getConnection()) {
            return Copied.find(connection, topic)
                    .map(copied -> new Sent(copied.position(), copied.sent()))
                    .orElse(Sent.UNKNOWN);
        }
    }

    private void commit(Collection<Slice> slices) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        slices.forEach(slice -> offsets.put(at(slice.partition()), new OffsetAndMetadata(slice.offset())));
        try {
            consumer.commitAsync(offsets, (_, failure) -> logged(failure));
        } catch (CommitFailedException e) {
            logged(e);
        }
    }

    private static void logged(@Nullable Exception failure) {
        if (failure != null) {
            LOG.debug("the group's offsets, which tools read, are not written", failure);
        }
    }

    private TopicPartition at(int partition) {
        return new TopicPartition(topic, partition);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            assigned.add(partition.partition());
            unplaced.add(partition.partition());
        });
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            assigned.remove(partition.partition());
            unplaced.remove(partition.partition());
        });
    }

    private void say(State state, @Nullable String why) {
        status = new FollowerStatus(state, assigned, why);
    }

    /** Leaves the group, so that others have its partitions at once. */
    @Override
    public void close() {
        closing = true;
        ended.close();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
