package org.maillage.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.feed.StoredFeed;

/**
 * The journal, read on from where its copy is, as long as both tell the same history: where a database was restored from
 * a backup, the topic holds events that the journal does not, and new ones would stand behind those of a past that never
 * was.
 */
final class SameHistory {

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private final StoredFeed journal;
    private final KafkaSettings settings;
    /** Id of the event up to which the copy is; null where it holds none. */
    private @Nullable UUID last;

    SameHistory(StoredFeed journal, KafkaSettings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    /**
     * Begins at a place in the journal. Of each partition the last event is compared, whatever stands behind it.
     *
     * @throws TopicRefused where the topic holds an event that the journal does not
     * @throws KafkaException where the brokers do not answer
     */
    void begin(Copied from) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(reading(), bytes, bytes)) {
            for (int partition = 0; partition < settings.partitions(); partition++) {
                last(consumer, new TopicPartition(settings.topic(), partition)).ifPresent(this::requireInJournal);
            }
        }
        last = null;
        if (from.position() > 0) {
            last = at(from.position()).map(StoredEvent::eventId).orElseThrow(() -> diverged(from.position()));
        }
    }

    /**
     * Events after the place that was last moved to, at most so many.
     *
     * @throws TopicRefused where the journal was changed under the running program, and the last event is not in it any
     *     more
     */
    List<StoredEvent> after(Copied place, int limit) {
        if (last == null) {
            return journal.storedAfter(0, limit);
        }
        var events = journal.storedAfter(place.position() - 1, limit + 1);
        if (events.isEmpty() || !events.getFirst().eventId().equals(last)) {
            throw diverged(place.position());
        }
        return events.subList(1, events.size());
    }

    /** Says that events are copied. */
    void moved(List<StoredEvent> events) {
        last = events.getLast().eventId();
    }

    private Optional<StoredEvent> at(long position) {
        return journal.storedAfter(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .findFirst();
    }

    private void requireInJournal(StoredEvent copied) {
        if (at(copied.position())
                .filter(event -> event.eventId().equals(copied.eventId()))
                .isEmpty()) {
            throw diverged(copied.position());
        }
    }

    private TopicRefused diverged(long position) {
        return new TopicRefused("The topic " + settings.topic() + " holds an event " + position
                + " that is not in this journal, which ends at " + journal.position()
                + ": the database was restored from an older backup, or the topic is another installation's."
                + " Name another by MAILLAGE_KAFKA_TOPIC, the same for every process: all is copied there.");
    }

    private Map<String, Object> reading() {
        var own = new HashMap<String, Object>();
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, "maillage-history");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return settings.client(ConsumerConfig.configNames(), own);
    }

    /** The last event of a partition; empty where it holds none. */
    private static Optional<StoredEvent> last(KafkaConsumer<byte[], byte[]> consumer, TopicPartition at) {
        var alone = List.of(at);
        consumer.assign(alone);
        long begin = consumer.beginningOffsets(alone).getOrDefault(at, 0L);
        long end = consumer.endOffsets(alone).getOrDefault(at, 0L);
        Optional<StoredEvent> found = Optional.empty();
        // Usually the last record is an event; what is none of the relay's may stand behind it.
        for (long to = end, many = 1; found.isEmpty() && to > begin; many *= 100) {
            long from = Math.max(begin, to - many);
            found = last(consumer, at, from, to);
            to = from;
        }
        return found;
    }

    private static Optional<StoredEvent> last(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition at, long from, long to) {
        long until = System.nanoTime() + ANSWER.toNanos();
        Optional<StoredEvent> found = Optional.empty();
        consumer.seek(at, from);
        while (consumer.position(at) < to) {
            if (System.nanoTime() > until) {
                throw new TimeoutException("the end of " + at + " cannot be read");
            }
            for (var record : consumer.poll(POLL).records(at)) {
                var copied = CopiedEvent.of(record);
                if (record.offset() < to && copied.isPresent()) {
                    found = Optional.of(copied.get().event());
                }
            }
        }
        return found;
    }
}
