package org.maillage.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.journal.Journal.Answered;
import org.maillage.ledger.journal.Journal.Stored;

/** The committer's connection: two journeys a batch, one that locks and reads, one that stores and commits. */
final class Link implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement lockAndRead;
    private final PreparedStatement store;

    private Link(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.lockAndRead = connection.prepareStatement(Sql.LOCK_AND_READ);
        this.store = connection.prepareStatement(Sql.STORE);
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
        var named = streams.toArray(String[]::new);
        lockAndRead.setLong(1, Sql.LOCK);
        lockAndRead.setArray(2, texts(named));
        lockAndRead.setArray(3, texts(keys.stream().map(Waiting.Key::scope).toArray(String[]::new)));
        lockAndRead.setArray(4, texts(keys.stream().map(Waiting.Key::key).toArray(String[]::new)));
        lockAndRead.execute();
        return readHead(named);
    }

    private Head readHead(String[] streams) throws SQLException {
        long position = 0;
        Instant recordedAt = null;
        try (var last = nextResult()) {
            if (last.next()) {
                position = last.getLong(1);
                recordedAt = last.getObject(2, OffsetDateTime.class).toInstant();
            }
        }
        return new Head(position, recordedAt, readNewest(streams), readAnswers());
    }

    private Map<String, Head.Newest> readNewest(String[] streams) throws SQLException {
        var newest = HashMap.<String, Head.Newest>newHashMap(streams.length);
        try (var rows = nextResult()) {
            while (rows.next()) {
                var stream = streams[rows.getInt(1) - 1];
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
        store.setArray(3, texts(rows.streams.toArray(String[]::new)));
        store.setArray(4, connection.createArrayOf("bigint", rows.versions.toArray(Long[]::new)));
        store.setArray(5, uuids(rows.eventIds));
        store.setArray(6, texts(rows.names.toArray(String[]::new)));
        store.setArray(7, uuids(rows.networks));
        store.setArray(8, texts(rows.actors.toArray(String[]::new)));
        store.setArray(9, uuids(rows.causes));
        store.setArray(10, uuids(rows.commands));
        store.setArray(11, connection.createArrayOf("bytea", rows.payloads.toArray(byte[][]::new)));
        store.setArray(12, texts(rows.scopes.toArray(String[]::new)));
        store.setArray(13, texts(rows.keys.toArray(String[]::new)));
        store.setArray(14, uuids(rows.answeredBy));
        store.setArray(15, texts(rows.hashes.toArray(String[]::new)));
        store.setArray(16, connection.createArrayOf("bigint", rows.lastPositions.toArray(Long[]::new)));
        store.setArray(17, connection.createArrayOf("int4", rows.counts.toArray(Integer[]::new)));
        store.execute();
    }

    private java.sql.Array texts(String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private java.sql.Array uuids(List<? extends @Nullable UUID> values) throws SQLException {
        return connection.createArrayOf("uuid", values.toArray());
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
