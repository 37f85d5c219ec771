package org.maillage.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.maillage.ledger.feed.StoredEvent;

/** What a reader of a topic makes of it, that ignores positions that it has seen. */
record Copy(Map<Integer, List<CopiedEvent>> partitions, int repeated) {

    static Copy of(Topic topic) {
        var partitions = new HashMap<Integer, List<CopiedEvent>>();
        int repeated = 0;
        for (var partition : topic.records().entrySet()) {
            var kept = new ArrayList<CopiedEvent>();
            long seen = 0;
            for (ConsumerRecord<byte[], byte[]> record : partition.getValue()) {
                var copied = CopiedEvent.of(record).orElseThrow();
                if (copied.event().position() <= seen) {
                    repeated++;
                } else {
                    assertThat(copied.previous()).as("nothing is left out").isEqualTo(seen);
                    seen = copied.event().position();
                    kept.add(copied);
                }
            }
            partitions.put(partition.getKey(), kept);
        }
        return new Copy(partitions, repeated);
    }

    List<StoredEvent> events() {
        return partitions.values().stream()
                .flatMap(List::stream)
                .map(CopiedEvent::event)
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .toList();
    }

    /** Fails unless it is the journal. */
    void assertIs(FilledJournal journal) {
        var expected = journal.all();
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(events()).isEqualTo(expected);
    }
}
