package org.maillage.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic of one test, on the broker of all. */
public record Topic(Broker broker, String name, int partitions) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** One that is not made yet, of a name that no other test has. */
    public static Topic fresh(int partitions) {
        return new Topic(Broker.running(), "events-" + NUMBER.incrementAndGet(), partitions);
    }

    /** Settings that soon say that a broker is away, and give up no record that it takes late. */
    public KafkaSettings settings() {
        var impatient = Map.of(
                "default.api.timeout.ms", "1500",
                "request.timeout.ms", "1000",
                "delivery.timeout.ms", "60000",
                "max.block.ms", "1000",
                "reconnect.backoff.max.ms", "100",
                "retry.backoff.max.ms", "100",
                "session.timeout.ms", "3000",
                "heartbeat.interval.ms", "500");
        return new KafkaSettings(broker.servers(), name, partitions, 0, impatient);
    }

    /** Makes it as the relay would not. */
    public void make(Map<String, String> configuration) throws Exception {
        try (var admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configuration)))
                    .all()
                    .get();
        }
    }

    /** Sets one of its settings. */
    public void configure(String setting, String value) throws Exception {
        try (var admin = broker.admin()) {
            var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource(), List.of(change)))
                    .all()
                    .get();
        }
    }

    /** One of its settings. */
    public String configuration(String setting) throws Exception {
        try (var admin = broker.admin()) {
            return admin.describeConfigs(List.of(resource()))
                    .all()
                    .get()
                    .get(resource())
                    .get(setting)
                    .value();
        }
    }

    private ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    /** Every record that it holds now, partition by partition. */
    public Map<Integer, List<ConsumerRecord<byte[], byte[]>>> records() {
        var config = Map.<String, Object>of("bootstrap.servers", broker.servers());
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
            var all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(name, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            var records = new HashMap<Integer, List<ConsumerRecord<byte[], byte[]>>>();
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    records.computeIfAbsent(record.partition(), it -> new ArrayList<>())
                            .add(record);
                }
            }
            return records;
        }
    }

    /** How many records it holds now. */
    public long size() throws Exception {
        try (var admin = broker.admin()) {
            var asked = new HashMap<TopicPartition, org.apache.kafka.clients.admin.OffsetSpec>();
            for (int i = 0; i < partitions; i++) {
                asked.put(new TopicPartition(name, i), org.apache.kafka.clients.admin.OffsetSpec.latest());
            }
            return admin.listOffsets(asked).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
