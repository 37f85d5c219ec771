package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.projection.TopicPlaces.Place;
import org.maillage.projection.fold.Batch;

/**
 * Applies what comes from a topic to a generation of views. Each event says which one is before it in its partition: what
 * was seen is left out, and what was missed is taken from the journal, so that neither a topic that lost something nor
 * offsets that somebody moved change any row.
 */
final class TopicFolding {

    private static final int BATCH = 1_000;

    private final Folding folding;
    private final EventFeed journal;
    private final Topic topic;
    private final AtomicLong missed = new AtomicLong();

    TopicFolding(Folding folding, EventFeed journal, Topic topic) {
        this.folding = folding;
        this.journal = journal;
        this.topic = topic;
    }

    /**
     * The topic that events come from.
     *
     * @param count of its partitions
     */
    record Topic(String name, int count, Partitioning partitioning) {

        int of(LedgerEvent event) {
            var network = Batch.partition(event);
            return partitioning.of(network.equals(Batch.INSTALLATION) ? null : network, count);
        }
    }

    /** In which partition a network's events are. */
    interface Partitioning {
        int of(@Nullable UUID network, int count);
    }

    /** Events of a partition that did not come, up to a position. */
    record Gap(int partition, long to) {}

    /** Events that were missed and taken from the journal, since the start. */
    long missed() {
        return missed.get();
    }

    TopicPlaces places(Schema schema) {
        return new TopicPlaces(schema, topic.name());
    }

    /** Makes sure that every partition has a place in a generation. */
    void begin(Connection connection, Schema schema) throws SQLException {
        places(schema).begin(connection, topic.count());
    }

    /**
     * Applies slices in the connection's transaction, rows and places together.
     *
     * @return what has to be filled first, and then nothing was applied; empty where all was
     */
    Optional<Gap> apply(Connection connection, Schema schema, List<Slice> slices, Sent sent) throws SQLException {
        var places = places(schema);
        var held = places.lock(connection, slices.stream().map(Slice::partition).toList());
        var events = new ArrayList<Recorded>();
        var moved = new HashMap<Integer, Place>();
        for (var slice : slices) {
            long position = place(held.get(slice.partition()), slice).position();
            for (var arrived : slice.events()) {
                if (arrived.recorded().position() <= position) {
                    continue;
                }
                if (arrived.previous() > position) {
                    return Optional.of(new Gap(slice.partition(), arrived.previous()));
                }
                position = arrived.recorded().position();
                events.add(arrived.recorded());
            }
            moved.put(slice.partition(), new Place(slice.offset(), sent.covers(slice.partition(), position)));
        }
        events.sort(Comparator.comparingLong(Recorded::position));
        if (!events.isEmpty()) {
            requireInJournal(events.getLast());
        }
        fold(connection, schema, events);
        places.move(connection, moved);
        return Optional.empty();
    }

    /** A journal that was restored ends before the topic does, or goes on otherwise. */
    private void requireInJournal(Recorded recorded) {
        var there = journal.after(recorded.position() - 1, 1);
        if (there.isEmpty() || !there.getFirst().eventId().equals(recorded.eventId())) {
            throw new CopiedViews.Diverged(recorded.position(), journal.position());
        }
    }

    private static Place place(@Nullable Place place, Slice slice) {
        if (place == null) {
            throw new IllegalStateException("partition " + slice.partition() + " is none of the topic's");
        }
        return place;
    }

    private void fold(Connection connection, Schema schema, List<Recorded> events) throws SQLException {
        if (!events.isEmpty()) {
            folding.apply(connection, schema, Positions.loadApart(connection, schema), events);
        }
    }

    /** Takes the next of what did not come from the journal; returns whether all of it is in. */
    boolean fill(Connection connection, Schema schema, Gap gap) throws SQLException {
        var places = places(schema);
        var place = places.lock(connection, List.of(gap.partition())).get(gap.partition());
        if (place == null || place.position() >= gap.to()) {
            return true;
        }
        var next = journal.after(place.position(), BATCH);
        if (next.isEmpty()) {
            throw new CopiedViews.Diverged(gap.to(), journal.position());
        }
        long to = Math.min(gap.to(), next.getLast().position());
        var events = new ArrayList<Recorded>();
        for (var recorded : next) {
            if (recorded.position() <= to && topic.of(recorded.event()) == gap.partition()) {
                events.add(recorded);
            }
        }
        missed.addAndGet(events.size());
        fold(connection, schema, events);
        var there = to == gap.to() ? to : next.getLast().position();
        places.move(connection, Map.of(gap.partition(), new Place(place.offset(), there)));
        return there >= gap.to();
    }
}
