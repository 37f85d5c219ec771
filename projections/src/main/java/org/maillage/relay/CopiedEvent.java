package org.maillage.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.Payload;
import org.maillage.ledger.feed.StoredEvent;

/**
 * An event as a record of the topic: the payload is the value, byte for byte; the key is its network, or
 * {@code installation}; all else is in headers, as text.
 *
 * @param event the event
 * @param previous position of the event before it in the same partition, 0 for none: who has not seen that one misses
 *     some
 */
public record CopiedEvent(StoredEvent event, long previous) {

    /** The record to send. */
    ProducerRecord<byte[], byte[]> record(String topic, int partition) {
        var headers = new ArrayList<Header>();
        add(headers, "position", Long.toString(event.position()));
        add(headers, "previous", Long.toString(previous));
        add(headers, "name", event.name());
        add(headers, "stream", event.stream());
        add(headers, "version", Long.toString(event.version()));
        add(headers, "event-id", event.eventId().toString());
        add(headers, "command-id", event.commandId().toString());
        add(headers, "actor", event.actor());
        add(headers, "recorded-at", event.recordedAt().toString());
        if (event.cause() != null) {
            add(headers, "cause", event.cause().toString());
        }
        var key = Partitions.key(event.network()).getBytes(UTF_8);
        return new ProducerRecord<>(topic, partition, key, event.payload().bytes(), headers);
    }

    private static void add(List<Header> headers, String name, String value) {
        headers.add(new RecordHeader(name, value.getBytes(UTF_8)));
    }

    /** The event of a record; empty where the record is none of the relay's. */
    public static Optional<CopiedEvent> of(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(read(record));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static CopiedEvent read(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        byte @Nullable [] payload = record.value();
        byte @Nullable [] key = record.key();
        if (payload == null || key == null) {
            throw new IllegalArgumentException("no key or no payload");
        }
        var network = new String(key, UTF_8);
        var cause = headers.lastHeader("cause");
        return new CopiedEvent(
                new StoredEvent(
                        Long.parseLong(text(headers, "position")),
                        text(headers, "stream"),
                        Long.parseLong(text(headers, "version")),
                        UUID.fromString(text(headers, "event-id")),
                        text(headers, "name"),
                        network.equals(Partitions.INSTALLATION) ? null : UUID.fromString(network),
                        text(headers, "actor"),
                        cause == null ? null : UUID.fromString(text(headers, "cause")),
                        UUID.fromString(text(headers, "command-id")),
                        Instant.parse(text(headers, "recorded-at")),
                        new Payload(payload)),
                Long.parseLong(text(headers, "previous")));
    }

    private static String text(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return new String(header.value(), UTF_8);
    }
}
