package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.fold.Batch;

/**
 * How far a generation of views is: over the whole feed, and in each partition, where an event that is not newer is
 * ignored. It is written in the transaction that writes the rows.
 */
final class Positions {

    /** An event that could not be applied, and how many of its network wait with it. */
    record Stop(long position, String event, String cause, Instant since, long waiting, long last) {

        /** With one more that waits, unless it was counted before. */
        Stop with(Recorded recorded) {
            return recorded.position() <= last
                    ? this
                    : new Stop(position, event, cause, since, waiting + 1, recorded.position());
        }
    }

    /** The last event that was applied in a partition. */
    record Last(long position, @Nullable UUID event) {

        static final Last NONE = new Last(0, null);
    }

    private long feed;
    /** Whether events come partition by partition, so that one of them says nothing about how far the others are. */
    private final boolean apart;

    private long stored;
    private final Map<UUID, Last> partitions;
    /** Where events were applied last, and the last of them; it stands in the map once another partition follows. */
    private UUID current = Batch.INSTALLATION;

    private @Nullable Last reached;
    private final Map<UUID, Stop> stops;
    private final Set<UUID> changed = new HashSet<>();
    private final Set<UUID> released = new HashSet<>();

    private Positions(long feed, boolean apart, Map<UUID, Last> partitions, Map<UUID, Stop> stops) {
        this.feed = feed;
        this.stored = feed;
        this.apart = apart;
        this.partitions = new HashMap<>(partitions);
        this.stops = new HashMap<>(stops);
    }

    /** Of views that hold nothing yet. */
    static Positions none() {
        return new Positions(0, false, Map.of(), Map.of());
    }

    Positions copy() {
        settle();
        var copy = new Positions(feed, apart, partitions, stops);
        copy.stored = stored;
        copy.changed.addAll(changed);
        copy.released.addAll(released);
        return copy;
    }

    long feed() {
        return feed;
    }

    /** Whether an event was applied before. */
    boolean holds(Recorded recorded) {
        var partition = Batch.partition(recorded.event());
        var last =
                reached != null && partition.equals(current) ? reached : partitions.getOrDefault(partition, Last.NONE);
        return recorded.position() <= last.position();
    }

    private void settle() {
        if (reached != null) {
            partitions.put(current, reached);
            changed.add(current);
            reached = null;
        }
    }

    /** Whether an event waits behind one that could not be applied. */
    boolean waits(Recorded recorded) {
        var stop = stops.isEmpty() ? null : stops.get(Batch.partition(recorded.event()));
        return stop != null && recorded.position() >= stop.position();
    }

    void applied(Recorded recorded) {
        var partition = Batch.partition(recorded.event());
        if (!partition.equals(current)) {
            settle();
            current = partition;
        }
        reached = new Last(recorded.position(), recorded.eventId());
    }

    void waiting(Recorded recorded) {
        var partition = Batch.partition(recorded.event());
        stops.computeIfPresent(partition, (it, stop) -> stop.with(recorded));
        changed.add(partition);
    }

    /** Everything up to a position was met; where events come partition by partition, that is said elsewhere. */
    void reached(long position) {
        feed = apart ? feed : Math.max(feed, position);
    }

    /** Stops the partition of an event at it; it is counted as waiting when it is met again. */
    void park(Recorded recorded, String cause, Instant now) {
        var partition = Batch.partition(recorded.event());
        stops.put(
                partition,
                new Stop(recorded.position(), recorded.event().getClass().getSimpleName(), cause, now, 0, 0));
        changed.add(partition);
    }

    @Nullable
    Stop stop(UUID partition) {
        return stops.get(partition);
    }

    void release(UUID partition) {
        stops.remove(partition);
        released.add(partition);
    }

    List<Parked> parked() {
        var parked = new ArrayList<Parked>();
        stops.forEach((partition, stop) -> parked.add(new Parked(
                partition.equals(Batch.INSTALLATION) ? null : new NetworkId(partition),
                stop.position(),
                stop.event(),
                stop.cause(),
                stop.since(),
                stop.waiting())));
        return parked;
    }

    /** Of a generation that a whole feed is applied to. */
    static Positions load(Connection connection, Schema schema) throws SQLException {
        return load(connection, schema, false);
    }

    /** Of a generation that events are applied to partition by partition. */
    static Positions loadApart(Connection connection, Schema schema) throws SQLException {
        return load(connection, schema, true);
    }

    /** How far a generation is. */
    static long feed(Connection connection, Schema schema) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(schema.sql("select position from ${schema}.generation"))) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The last event that a generation has applied in any partition. */
    static Last last(Connection connection, Schema schema) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(schema.sql("""
                    select position, event from ${schema}.partition_position order by position desc limit 1
                    """))) {
            return row.next() ? new Last(row.getLong(1), row.getObject(2, UUID.class)) : Last.NONE;
        }
    }

    private static Positions load(Connection connection, Schema schema, boolean apart) throws SQLException {
        // Asked for together, as with each batch.
        try (var statement = connection.createStatement()) {
            statement.execute(schema.sql("""
                select position from ${schema}.generation;
                select network, position, event from ${schema}.partition_position;
                select network, position, event, cause, since, waiting, last from ${schema}.parked\
                """));
            Positions positions;
            try (var result = statement.getResultSet()) {
                result.next();
                positions = new Positions(result.getLong(1), apart, Map.of(), Map.of());
            }
            statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                while (result.next()) {
                    positions.partitions.put(
                            result.getObject(1, UUID.class),
                            new Last(result.getLong(2), result.getObject(3, UUID.class)));
                }
            }
            statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                while (result.next()) {
                    positions.stops.put(
                            result.getObject(1, UUID.class),
                            new Stop(
                                    result.getLong(2),
                                    result.getString(3),
                                    result.getString(4),
                                    result.getObject(5, OffsetDateTime.class).toInstant(),
                                    result.getLong(6),
                                    result.getLong(7)));
                }
            }
            return positions;
        }
    }

    void store(Connection connection, Schema schema) throws SQLException {
        settle();
        if (feed != stored) {
            try (var statement =
                    connection.prepareStatement(schema.sql("update ${schema}.generation set position = ?"))) {
                statement.setLong(1, feed);
                statement.executeUpdate();
            }
            stored = feed;
        }
        try (var moved = connection.prepareStatement(schema.sql("""
            insert into ${schema}.partition_position (network, position, event) values (?, ?, ?)
            on conflict (network) do update set position = excluded.position, event = excluded.event
            """));
                var stopped = connection.prepareStatement(schema.sql("""
                    insert into ${schema}.parked (network, position, event, cause, since, waiting, last)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (network) do update set position = excluded.position, event = excluded.event,
                        cause = excluded.cause, since = excluded.since, waiting = excluded.waiting,
                        last = excluded.last
                    """));
                var freed = connection.prepareStatement(schema.sql("delete from ${schema}.parked where network = ?"))) {
            for (var partition : released) {
                freed.setObject(1, partition);
                freed.addBatch();
            }
            for (var partition : changed) {
                moved.setObject(1, partition);
                var last = partitions.getOrDefault(partition, Last.NONE);
                moved.setLong(2, last.position());
                moved.setObject(3, last.event());
                moved.addBatch();
                var stop = stops.get(partition);
                if (stop != null) {
                    stopped.setObject(1, partition);
                    stopped.setLong(2, stop.position());
                    stopped.setString(3, stop.event());
                    stopped.setString(4, stop.cause());
                    stopped.setObject(5, stop.since().atOffset(ZoneOffset.UTC));
                    stopped.setLong(6, stop.waiting());
                    stopped.setLong(7, stop.last());
                    stopped.addBatch();
                }
            }
            freed.executeBatch();
            moved.executeBatch();
            stopped.executeBatch();
        }
        changed.clear();
        released.clear();
    }
}
