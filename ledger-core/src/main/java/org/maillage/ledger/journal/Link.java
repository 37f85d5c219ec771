package org.maillage.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.ledger.journal.Journal.Answered;
import org.maillage.ledger.journal.Journal.Stored;

/** The committer's connection: two journeys a batch, one that locks and reads, one that stores and commits. */
final class Link implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement lockAndRead;
    private final PreparedStatement store;
    private final Columns columns;
    private final KnownStreams known = new KnownStreams();

    private Link(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.lockAndRead = connection.prepareStatement(Sql.LOCK_AND_READ);
        this.store = connection.prepareStatement(Sql.STORE);
        this.columns = new Columns(connection);
    }

    static Link open(DataSource dataSource, JournalSettings settings) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(settings.network().toMillis()));
            // Before any transaction begins, since one that has begun keeps its isolation.
            connection.setAutoCommit(true);
            try (var set = connection.prepareStatement(Sql.OPEN)) {
                set.setString(1, settings.idle().toMillis() + "ms");
                set.setString(2, settings.lockWait().toMillis() + "ms");
                set.execute();
            }
            return new Link(connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Waits for the lock of all committers, then reads what these appends are decided by. */
    Head lockAndRead(List<Waiting> appends) throws SQLException {
        var streams = new LinkedHashSet<String>();
        var keys = new LinkedHashSet<Waiting.Key>();
        for (var waiting : appends) {
            waiting.rows.forEach(row -> streams.add(row.stream()));
            waiting.append.readSet().keySet().forEach(stream -> streams.add(stream.value()));
            if (waiting.key != null) {
                keys.add(waiting.key);
            }
        }
        var head = lockAndRead(streams, keys);
        // At most twice: nothing is known the second time, so nothing can have changed.
        return head.isPresent() ? head.get() : lockAndRead(streams, keys).orElseThrow();
    }

    /** Empty where so much was stored since that what was known is forgotten: then the streams are to be read anew. */
    private Optional<Head> lockAndRead(Set<String> streams, Set<Waiting.Key> keys) throws SQLException {
        var unknown =
                streams.stream().filter(stream -> known.of(stream) == null).toList();
        lockAndRead.setLong(1, Sql.LOCK);
        lockAndRead.setLong(2, known.asOf());
        lockAndRead.setLong(3, known.until());
        lockAndRead.setArray(4, columns.texts(unknown));
        lockAndRead.setArray(
                5, columns.texts(keys.stream().map(Waiting.Key::scope).toList()));
        lockAndRead.setArray(
                6, columns.texts(keys.stream().map(Waiting.Key::key).toList()));
        lockAndRead.execute();
        long position = 0;
        Instant recordedAt = null;
        try (var last = nextResult()) {
            if (last.next()) {
                position = last.getLong(1);
                recordedAt = last.getObject(2, OffsetDateTime.class).toInstant();
            }
        }
        if (!known.follow(position, readNews())) {
            return Optional.empty();
        }
        return Optional.of(new Head(position, recordedAt, readNewest(streams, unknown), readAnswers()));
    }

    private List<KnownStreams.News> readNews() throws SQLException {
        var news = new ArrayList<KnownStreams.News>();
        try (var rows = nextResult()) {
            while (rows.next()) {
                var newest = new Head.Newest(rows.getLong(2), rows.getObject(3, UUID.class));
                news.add(new KnownStreams.News(rows.getString(1), newest));
            }
        }
        return news;
    }

    private Map<String, Head.Newest> readNewest(Set<String> streams, List<String> unknown) throws SQLException {
        var newest = HashMap.<String, Head.Newest>newHashMap(streams.size());
        for (var stream : streams) {
            newest.put(stream, Objects.requireNonNullElse(known.of(stream), Head.Newest.NONE));
        }
        try (var rows = nextResult()) {
            while (rows.next()) {
                var stream = unknown.get(rows.getInt(1) - 1);
                newest.put(stream, new Head.Newest(rows.getLong(2), rows.getObject(3, UUID.class)));
            }
        }
        return newest;
    }

    private Map<Waiting.Key, Answered> readAnswers() throws SQLException {
        var answers = new HashMap<Waiting.Key, Answered>();
        try (var rows = nextResult()) {
            while (rows.next()) {
                var key = new Waiting.Key(rows.getString(1), rows.getString(2));
                var stored = new Stored(rows.getLong(5), rows.getInt(6));
                answers.put(key, new Answered(rows.getObject(3, UUID.class), rows.getString(4), stored));
            }
        }
        return answers;
    }

    private ResultSet nextResult() throws SQLException {
        lockAndRead.getMoreResults();
        var result = lockAndRead.getResultSet();
        if (result == null) {
            throw new SQLException("the committer's read came back without its results");
        }
        return result;
    }

    /** Whether a batch whose commit was not answered stands. Asked under the lock, so that it is over by now. */
    boolean stands(Batch batch) throws SQLException {
        var mark = batch.mark();
        if (mark == null) {
            return false;
        }
        return mark.rows.isEmpty() ? commandStands(mark) : eventStands(batch.start() + 1, mark);
    }

    private boolean eventStands(long position, Waiting mark) throws SQLException {
        try (var query = connection.prepareStatement(Sql.EVENT_STANDS)) {
            query.setLong(1, position);
            query.setObject(2, mark.rows.getFirst().eventId());
            query.setObject(3, mark.append.origin().commandId());
            return query.executeQuery().next();
        }
    }

    private boolean commandStands(Waiting mark) throws SQLException {
        var origin = mark.append.origin();
        try (var query = connection.prepareStatement(Sql.COMMAND_STANDS)) {
            query.setString(1, origin.scope());
            query.setString(2, origin.key());
            query.setObject(3, origin.commandId());
            return query.executeQuery().next();
        }
    }

    /** Inserts a batch and commits. Where it throws, the batch may stand or not. */
    void store(Batch batch) throws SQLException {
        var rows = batch.rows();
        store.setLong(1, batch.start());
        store.setObject(2, OffsetDateTime.ofInstant(batch.recordedAt(), ZoneOffset.UTC));
        store.setArray(3, columns.texts(rows.streams));
        store.setArray(4, connection.createArrayOf("bigint", rows.versions.toArray(Long[]::new)));
        store.setArray(5, columns.uuids(rows.eventIds));
        store.setArray(6, columns.texts(rows.names));
        store.setArray(7, columns.uuids(rows.networks));
        store.setArray(8, columns.texts(rows.actors));
        store.setArray(9, columns.uuids(rows.causes));
        store.setArray(10, columns.uuids(rows.commands));
        store.setArray(11, columns.bytes(rows.payloads));
        store.setArray(12, columns.texts(rows.scopes));
        store.setArray(13, columns.texts(rows.keys));
        store.setArray(14, columns.uuids(rows.answeredBy));
        store.setArray(15, columns.texts(rows.hashes));
        store.setArray(16, connection.createArrayOf("bigint", rows.lastPositions.toArray(Long[]::new)));
        store.setArray(17, connection.createArrayOf("int4", rows.counts.toArray(Integer[]::new)));
        store.execute();
        known.stored(batch);
    }

    /** Lets the lock go without having stored anything. */
    void rollback() throws SQLException {
        connection.rollback();
    }

    /** Gives the connection back as it was taken, for it may come from a pool. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var reset = connection.createStatement()) {
                reset.execute(Sql.CLOSE);
            }
        }
    }
}
