package org.maillage.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Reads;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.StreamId;

/**
 * Axon's event store on our journal. Everything that one unit of work publishes, over however many streams, is handed to
 * the journal as one append; the ledger then waits for it outside of Axon's locks, so that decisions on one stream do
 * not wait for each other's commit (docs/decisions/0002).
 */
final class JournalEngine implements EventStorageEngine {

    private final Journal journal;
    private final Reads reads;
    private final AggregateSnapshots snapshots;

    JournalEngine(Journal journal, Reads reads, AggregateSnapshots snapshots) {
        this.journal = journal;
        this.reads = reads;
        this.snapshots = snapshots;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        var decision = Decision.current();
        var entries = new ArrayList<Journal.Entry>(messages.size());
        var first = new HashMap<StreamId, Long>();
        for (var message : messages) {
            var event = (LedgerEvent) message.getPayload();
            var stream = event.stream();
            long version =
                    stream.unguarded() ? Journal.UNGUARDED : ((DomainEventMessage<?>) message).getSequenceNumber();
            first.putIfAbsent(stream, version);
            entries.add(new Journal.Entry(UUID.fromString(message.getIdentifier()), version, event));
        }
        var readOnly = readOnly(decision.readSet(), first);
        var append = decision.stores(entries, readOnly);
        decision.submitted(journal.submit(append), first.keySet());
        reads.applied(entries, append.heads());
    }

    /** A stream that is also written is guarded by its version, which must follow on what was read of it. */
    private static Map<StreamId, Long> readOnly(Map<StreamId, Long> readSet, Map<StreamId, Long> first) {
        var readOnly = new HashMap<>(readSet);
        first.forEach((stream, version) -> {
            var read = readOnly.remove(stream);
            if (read != null && version != Journal.UNGUARDED && version != read + 1) {
                throw new Journal.Conflict(List.of(stream));
            }
        });
        return readOnly;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(journal.stream(new StreamId(aggregateIdentifier), firstSequenceNumber).stream()
                .map(JournalEngine::message));
    }

    private static DomainEventMessage<?> message(Recorded recorded) {
        return new GenericDomainEventMessage<>(
                recorded.stream().type(),
                recorded.stream().value(),
                recorded.version(),
                new GenericEventMessage<>(
                        recorded.eventId().toString(),
                        recorded.event(),
                        MetaData.emptyInstance(),
                        recorded.recordedAt()),
                recorded.recordedAt());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.read(new StreamId(aggregateIdentifier));
    }

    /** Nothing tracks Axon's event store: readers are feeds, which are told positions without gaps. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("readers follow EventFeed, not Axon's trackers");
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return null;
    }
}
