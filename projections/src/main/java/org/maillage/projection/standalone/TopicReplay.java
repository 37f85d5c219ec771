package org.maillage.projection.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.maillage.projection.CopiedViews;
import org.maillage.projection.Slice;

/** All that a topic holds now, read from its beginning by nobody's group. */
final class TopicReplay implements CopiedViews.Replay {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    /** A replay. It closes the consumer at its end. */
    TopicReplay(KafkaConsumer<byte[], byte[]> consumer, String topic, int partitions) {
        this.consumer = consumer;
        var all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        ends = consumer.endOffsets(all);
    }

    @Override
    public Optional<List<Slice>> next() {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var polled = consumer.poll(POLL);
            var slices = new ArrayList<Slice>();
            for (var partition : polled.partitions()) {
                var read = TopicReading.read(partition.partition(), polled.records(partition));
                if (read.stop() != null) {
                    throw read.stop();
                }
                slices.add(read.slice());
            }
            if (!slices.isEmpty()) {
                return Optional.of(slices);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
