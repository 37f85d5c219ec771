package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where a generation of views is in the partitions of the topics that it is fed from. */
final class TopicPlaces {

    /**
     * Where it is in one of them.
     *
     * @param offset of the record to read next
     * @param position every event of the partition up to it is in
     */
    record Place(long offset, long position) {}

    private final Schema schema;
    private final String topic;

    TopicPlaces(Schema schema, String topic) {
        this.schema = schema;
        this.topic = topic;
    }

    /** The furthest position that is in, of any partition of any topic; 0 where there is none. */
    static long furthest(Connection connection, Schema schema) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(schema.sql("select coalesce(max(position), 0) from ${schema}.copied"))) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Takes over where another generation, which this one follows, is in all topics; this one holds more events. */
    static void carry(Connection connection, Schema from, Schema to, long position) throws SQLException {
        try (var there = connection.prepareStatement("select to_regclass(?) is not null")) {
            there.setString(1, from.name() + ".copied");
            try (var row = there.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return;
                }
            }
        }
        var sql = from.sql("""
            insert into %s.copied (topic, topic_partition, kafka_offset, position)
            select topic, topic_partition, kafka_offset, greatest(position, ?) from ${schema}.copied
            on conflict (topic, topic_partition) do update
               set kafka_offset = greatest(copied.kafka_offset, excluded.kafka_offset),
                   position = greatest(copied.position, excluded.position)
            """.formatted(to.name()));
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
    }

    /** Makes sure that every partition has a place: what the generation holds, no partition need give again. */
    void begin(Connection connection, int partitions) throws SQLException {
        try (var statement = connection.prepareStatement(schema.sql("""
            insert into ${schema}.copied (topic, topic_partition, kafka_offset, position)
            select ?, n, 0, (select position from ${schema}.generation) from generate_series(0, ? - 1) n
            on conflict do nothing
            """))) {
            statement.setString(1, topic);
            statement.setInt(2, partitions);
            statement.executeUpdate();
        }
    }

    /** The places of some partitions, which nobody else moves until the transaction ends. */
    Map<Integer, Place> lock(Connection connection, Collection<Integer> partitions) throws SQLException {
        try (var statement = connection.prepareStatement(schema.sql("""
            select topic_partition, kafka_offset, position from ${schema}.copied
             where topic = ? and topic_partition = any (?) order by topic_partition for update
            """))) {
            statement.setString(1, topic);
            statement.setArray(2, connection.createArrayOf("int", partitions.toArray()));
            var places = new HashMap<Integer, Place>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    places.put(row.getInt(1), new Place(row.getLong(2), row.getLong(3)));
                }
            }
            return places;
        }
    }

    /** Moves places that are locked. */
    void move(Connection connection, Map<Integer, Place> places) throws SQLException {
        try (var statement = connection.prepareStatement(schema.sql("""
            update ${schema}.copied set kafka_offset = ?, position = ? where topic = ? and topic_partition = ?
            """))) {
            for (var moved : places.entrySet()) {
                statement.setLong(1, moved.getValue().offset());
                statement.setLong(2, moved.getValue().position());
                statement.setString(3, topic);
                statement.setInt(4, moved.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Says how far the generation is as a whole, and returns it: every event up to that position is in. */
    long settle(Connection connection) throws SQLException {
        // The row is locked by a statement of its own: the next one sees what those who had the lock have committed.
        try (var statement = connection.createStatement()) {
            statement.execute(schema.sql("select from ${schema}.generation for update"));
        }
        try (var statement = connection.prepareStatement(schema.sql("""
            update ${schema}.generation as g
               set position = greatest(g.position, coalesce((select min(c.position) from ${schema}.copied c
                                                              where c.topic = ?), 0))
            returning position
            """))) {
            statement.setString(1, topic);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
