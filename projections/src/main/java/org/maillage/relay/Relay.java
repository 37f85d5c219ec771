package org.maillage.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.feed.StoredFeed;
import org.maillage.ledger.feed.Watermark;
import org.maillage.relay.RelayStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the journal to Kafka, every event at least once and in order, from wherever the copy is. Every process has one;
 * the one that holds the lease works. The position moves after the brokers' acknowledgement: what was sent before a kill,
 * or by a process that lost the lease without knowing, is sent again, and readers ignore positions that they have seen.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 2_000;
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final StoredFeed journal;
    private final SameHistory history;
    private final KafkaSettings settings;
    private final Lease lease;
    private final Duration step;
    private final Thread thread;
    private final Watermark ended = new Watermark();

    private boolean migrated;
    private @Nullable Copied place;
    private @Nullable Producer<byte[], byte[]> producer;
    private volatile boolean closing;
    private volatile RelayStatus status = new RelayStatus(State.STARTING, 0, null);

    Relay(DataSource dataSource, StoredFeed journal, KafkaSettings settings, Duration lease) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.history = new SameHistory(journal, settings);
        this.settings = settings;
        this.lease = new Lease(dataSource, settings.topic(), lease);
        this.step = lease.dividedBy(3);
        this.thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
    }

    /**
     * Starts it; returns at once, whether or not the brokers are there.
     *
     * @param dataSource where the lease and the position are kept
     * @param journal what is copied
     */
    public static Relay start(DataSource dataSource, StoredFeed journal, KafkaSettings settings) {
        return start(dataSource, journal, settings, LEASE);
    }

    static Relay start(DataSource dataSource, StoredFeed journal, KafkaSettings settings, Duration lease) {
        var relay = new Relay(dataSource, journal, settings, lease);
        relay.thread.start();
        return relay;
    }

    /** What this process's relay is at. */
    public RelayStatus status() {
        return status;
    }

    /** How far the copy is, whichever process makes it; 0 before there is any. */
    public long position() {
        try (var connection = dataSource.getConnection()) {
            return Copied.find(connection, settings.topic())
                    .map(Copied::position)
                    .orElse(0L);
        } catch (SQLException e) {
            throw new Ledger.Unavailable("how far the copy is cannot be read now", e);
        }
    }

    private void run() {
        while (!closing) {
            try {
                triedTurn();
            } catch (InterruptedException | InterruptException e) {
                LOG.debug("the relay is interrupted", e);
                break;
            }
        }
        // The flag would let neither the producer nor the connection end in order.
        boolean interrupted = Thread.interrupted();
        letGo();
        say(State.STOPPED, null);
        LOG.debug("the relay stops, interrupted: {}", interrupted);
    }

    private void triedTurn() throws InterruptedException {
        try {
            turn();
        } catch (InterruptException e) {
            throw e;
        } catch (TopicRefused refused) {
            fail(State.REFUSED, refused);
        } catch (KafkaException | SQLException | Ledger.Unavailable e) {
            fail(State.AWAY, e);
        } catch (RuntimeException e) {
            LOG.error("the relay failed", e);
            fail(State.AWAY, e);
        }
    }

    /** Another process may fare better, so the lease goes. */
    private void fail(State state, Exception why) throws InterruptedException {
        letGo();
        say(state, why.getMessage() == null ? why.toString() : why.getMessage());
        ended.pause(step);
    }

    private void turn() throws SQLException, InterruptedException {
        if (!migrated) {
            RelaySchema.migrate(dataSource);
            migrated = true;
        }
        if (place == null && !begin()) {
            say(State.STANDING_BY, null);
            ended.pause(step);
            return;
        }
        copy(Objects.requireNonNull(place), Objects.requireNonNull(producer));
    }

    private boolean begin() throws SQLException {
        var taken = lease.take(settings.partitions());
        if (taken.isEmpty()) {
            return false;
        }
        var from = taken.get();
        boolean made = new EventTopic(settings).ensure();
        if (from.sent().size() != settings.partitions()) {
            throw new TopicRefused("The copy to the topic " + settings.topic() + " was begun with "
                    + from.sent().size() + " partitions, and MAILLAGE_KAFKA_PARTITIONS says " + settings.partitions()
                    + ": their number never changes. Name another topic, and all is copied there.");
        }
        if (made && from.position() > 0) {
            LOG.warn("the topic {} was gone and is made anew: everything is sent again", settings.topic());
            var nothing = Copied.nothing(settings.partitions());
            if (!lease.move(from, nothing)) {
                return false;
            }
            from = nothing;
        }
        history.begin(from);
        if (!lease.renew()) {
            return false;
        }
        producer = new KafkaProducer<>(producerSettings());
        place = from;
        return true;
    }

    private void copy(Copied from, Producer<byte[], byte[]> to) throws SQLException, InterruptedException {
        var events = history.after(from, BATCH);
        if (events.isEmpty()) {
            say(State.RELAYING, null);
            if (lease.renew()) {
                journal.await(from.position(), step);
            } else {
                letGo();
            }
            return;
        }
        var sending = new Sending(to, settings.topic(), from, events);
        long since = System.nanoTime();
        while (!sending.await(step)) {
            var waited = Duration.ofNanos(System.nanoTime() - since).toSeconds();
            say(State.AWAY, "no acknowledgement from " + settings.servers() + " for " + waited + " s");
            if (!lease.renew()) {
                letGo();
                return;
            }
        }
        if (lease.move(from, sending.to())) {
            place = sending.to();
            history.moved(events);
            say(State.RELAYING, null);
        } else {
            letGo();
        }
    }

    private Map<String, Object> producerSettings() {
        var own = new HashMap<String, Object>();
        own.put(ProducerConfig.CLIENT_ID_CONFIG, "maillage-relay");
        own.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        own.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        // Idempotence keeps the order only of a partition that has seen its producer: of several requests at once to a
        // new
        // one, the second may be taken where the first comes too early for its leader.
        own.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        own.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        own.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, EventTopic.LARGEST);
        // The one compression that needs no native library.
        own.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        own.put(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1);
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
        return settings.client(ProducerConfig.configNames(), own);
    }

    /** Sends no more, and lets another process have the lease. */
    private void letGo() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
        producer = null;
        place = null;
        try {
            if (migrated) {
                lease.release();
            }
        } catch (SQLException e) {
            LOG.debug("the lease ends by itself", e);
        }
    }

    private void say(State state, @Nullable String why) {
        var before = status;
        status = new RelayStatus(state, place == null ? before.position() : place.position(), why);
        if (before.state() == state) {
            return;
        }
        switch (state) {
            case RELAYING -> LOG.info("the journal is copied to {} at {}", settings.topic(), settings.servers());
            case AWAY -> LOG.warn("the journal is not copied to Kafka now, and later goes on: {}", why);
            case REFUSED -> LOG.error("the journal is not copied to Kafka: {}", why);
            case STARTING, STANDING_BY, STOPPED -> LOG.debug("the relay is {}", state);
        }
    }

    /** Stops where it is; what was sent and not yet acknowledged is sent again by whoever goes on. */
    @Override
    public void close() {
        closing = true;
        ended.close();
        thread.interrupt();
        try {
            thread.join(CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
