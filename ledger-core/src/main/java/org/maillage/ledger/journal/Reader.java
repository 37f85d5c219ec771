package org.maillage.ledger.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.feed.Payload;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.journal.Journal.Answered;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.journal.StreamReads.Asked;
import org.maillage.ledger.value.StreamId;

/** Reads what is stored, on connections of its own. */
final class Reader {

    /** A question: what is asked with, and how the rows are read. */
    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private final DataSource dataSource;
    private final StreamReads streams = new StreamReads(this::streams);

    Reader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Recorded> stream(StreamId stream, long fromVersion) {
        // What many write at once may be long, and would hold up who asks with it.
        var read = stream.unguarded() ? stored(new Asked(stream, fromVersion)) : streams.of(stream, fromVersion);
        return read.stream().map(StoredEvent::read).toList();
    }

    private List<List<StoredEvent>> streams(List<Asked> asked) {
        if (asked.size() == 1) {
            return List.of(stored(asked.getFirst()));
        }
        var named = asked.stream().map(one -> one.stream().value()).toArray(String[]::new);
        var since = asked.stream().map(Asked::fromVersion).toArray(Long[]::new);
        return ask(
                Sql.STREAMS,
                query -> {
                    query.setArray(1, query.getConnection().createArrayOf("text", named));
                    query.setArray(2, query.getConnection().createArrayOf("bigint", since));
                },
                rows -> {
                    var read = new ArrayList<List<StoredEvent>>(asked.size());
                    asked.forEach(_ -> read.add(new ArrayList<>()));
                    while (rows.next()) {
                        read.get(rows.getInt(12) - 1).add(event(rows));
                    }
                    return read;
                });
    }

    private List<StoredEvent> stored(Asked asked) {
        return ask(
                Sql.STREAM,
                query -> {
                    query.setString(1, asked.stream().value());
                    query.setLong(2, asked.fromVersion());
                },
                Reader::stored);
    }

    List<Recorded> after(long position, int limit) {
        return storedAfter(position, limit).stream().map(StoredEvent::read).toList();
    }

    List<StoredEvent> storedAfter(long position, int limit) {
        return ask(
                Sql.AFTER,
                query -> {
                    query.setLong(1, position);
                    query.setInt(2, limit);
                },
                Reader::stored);
    }

    long position() {
        return ask(Sql.POSITION, _ -> {}, rows -> rows.next() ? rows.getLong(1) : 0);
    }

    Optional<Answered> answered(String scope, String key) {
        return ask(
                Sql.ANSWERED,
                query -> {
                    query.setString(1, scope);
                    query.setString(2, key);
                },
                rows -> rows.next() ? Optional.of(answered(rows)) : Optional.empty());
    }

    private <T> T ask(String sql, Binding binding, Reading<T> reading) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            binding.bind(query);
            try (var rows = query.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException failure) {
            throw new Ledger.Unavailable("the journal cannot be read now", failure);
        }
    }

    private static List<StoredEvent> stored(ResultSet rows) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        while (rows.next()) {
            events.add(event(rows));
        }
        return events;
    }

    private static StoredEvent event(ResultSet rows) throws SQLException {
        return new StoredEvent(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getObject(4, UUID.class),
                rows.getString(5),
                rows.getObject(11, UUID.class),
                rows.getString(6),
                rows.getObject(7, UUID.class),
                rows.getObject(8, UUID.class),
                rows.getObject(9, OffsetDateTime.class).toInstant(),
                new Payload(rows.getBytes(10)));
    }

    private static Answered answered(ResultSet rows) throws SQLException {
        return new Answered(
                rows.getObject(1, UUID.class), rows.getString(2), new Stored(rows.getLong(3), rows.getInt(4)));
    }
}
