package org.maillage.projection.standalone;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.maillage.relay.KafkaSettings;

/** Makes the clients that read the topic. */
final class Consumers {

    /** Records of one poll: a batch of the views, applied in one transaction. */
    private static final int BATCH = 2_000;

    private final KafkaSettings kafka;

    Consumers(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** One that shares the partitions with others of its group. */
    KafkaConsumer<byte[], byte[]> ofGroup(String group) {
        var own = settings("maillage-views");
        own.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        own.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        own.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        own.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return make(own);
    }

    /** One that reads for itself. */
    KafkaConsumer<byte[], byte[]> alone() {
        return make(settings("maillage-views-rebuild"));
    }

    private static Map<String, Object> settings(String client) {
        var own = new HashMap<String, Object>();
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Offsets that the topic does not hold, as after it was made anew: what comes again was seen.
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return own;
    }

    private KafkaConsumer<byte[], byte[]> make(Map<String, Object> own) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(kafka.client(ConsumerConfig.configNames(), own), bytes, bytes);
    }
}
