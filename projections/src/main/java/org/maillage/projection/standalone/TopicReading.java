package org.maillage.projection.standalone;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.projection.Slice;
import org.maillage.relay.CopiedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records as events of a partition. */
final class TopicReading {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReading.class);

    private TopicReading() {}

    /**
     * A slice, up to an event that this program cannot read.
     *
     * @param stop why nothing after the slice can be read; null where all was
     */
    record Read(Slice slice, @Nullable RuntimeException stop) {}

    /** Reads the records of a partition; what is none of the relay's is left out, for what is missed is found anyway. */
    static Read read(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var arrived = new ArrayList<Slice.Arrived>();
        for (var record : records) {
            var copied = CopiedEvent.of(record);
            if (copied.isEmpty()) {
                LOG.warn("record {} of partition {} is no event, and is left out", record.offset(), partition);
                continue;
            }
            try {
                arrived.add(new Slice.Arrived(
                        copied.get().event().read(), copied.get().previous()));
            } catch (UnknownEvent | UnreadableEvent e) {
                return new Read(new Slice(partition, arrived, record.offset()), e);
            }
        }
        return new Read(new Slice(partition, arrived, records.getLast().offset() + 1), null);
    }
}
