package org.maillage.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.feed.Payload;
import org.maillage.ledger.feed.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

/** A record of the topic is the event, to the last byte. */
class CopiedEventTest {

    private static StoredEvent event(@Nullable UUID network, @Nullable UUID cause) {
        return new StoredEvent(
                12,
                "member/7b0f2d3e-0000-4000-8000-000000000001",
                3,
                new UUID(1, 2),
                "member.renamed.1",
                network,
                "person:7b0f2d3e-0000-4000-8000-000000000002",
                cause,
                new UUID(3, 4),
                Instant.parse("2026-03-02T12:00:00.123456Z"),
                new Payload("{\"name\":\"é\"}".getBytes(UTF_8)));
    }

    private static ConsumerRecord<byte[], byte[]> received(
            byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new ConsumerRecord<>(
                "events", 0, 0, 0, TimestampType.LOG_APPEND_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return received(sent.key(), sent.value(), sent.headers());
    }

    @Test
    void what_is_read_is_what_was_sent() {
        for (var copied : new CopiedEvent[] {
            new CopiedEvent(event(new UUID(5, 6), new UUID(7, 8)), 11), new CopiedEvent(event(null, null), 0)
        }) {
            assertThat(CopiedEvent.of(received(copied.record("events", 0)))).contains(copied);
        }
    }

    @Test
    void what_lacks_a_header_or_has_a_wrong_one_is_no_event() {
        var sent = new CopiedEvent(event(new UUID(5, 6), null), 11).record("events", 0);
        assertThat(CopiedEvent.of(received(sent.key(), null, sent.headers()))).isEmpty();
        assertThat(CopiedEvent.of(received(null, sent.value(), sent.headers()))).isEmpty();
        assertThat(CopiedEvent.of(received("nobody".getBytes(UTF_8), sent.value(), sent.headers())))
                .isEmpty();
        for (var header : sent.headers()) {
            var without = new RecordHeaders(sent.headers()).remove(header.key());
            assertThat(CopiedEvent.of(received(sent.key(), sent.value(), without)))
                    .as("without %s", header.key())
                    .isEmpty();
        }
        var wrong = new RecordHeaders(sent.headers()).remove("recorded-at").add("recorded-at", "noon".getBytes(UTF_8));
        assertThat(CopiedEvent.of(received(sent.key(), sent.value(), wrong))).isEmpty();
    }

    @Test
    void a_record_has_the_headers_that_the_description_of_the_topic_names() throws Exception {
        var described = JsonMapper.shared()
                .readTree(Files.readString(Path.of("../docs/asyncapi.json")))
                .at("/components/schemas/headers/properties");
        var sent = new HashMap<String, String>();
        new CopiedEvent(event(new UUID(5, 6), new UUID(7, 8)), 11)
                .record("events", 0)
                .headers()
                .forEach(header -> sent.put(header.key(), new String(header.value(), UTF_8)));

        assertThat(described.propertyNames()).containsExactlyInAnyOrderElementsOf(sent.keySet());
        assertThat(sent)
                .hasSize(10)
                .allSatisfy((name, value) -> assertThat(value)
                        .containsPattern(described.get(name).get("pattern").asString()));
        assertThat(Map.copyOf(sent)).containsEntry("position", "12").containsEntry("previous", "11");
    }
}
