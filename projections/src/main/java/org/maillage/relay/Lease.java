package org.maillage.relay;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The right to go on with a copy, held by one process at a time until it ends or is not renewed. Whoever has lost it
 * cannot move the position, so that what they still send is only sent twice.
 */
final class Lease {

    private static final String BEGIN = """
        insert into relay.progress (topic, sent) values (?, ?::bigint[]) on conflict (topic) do nothing
        """;

    private static final String TAKE = """
        update relay.progress
           set holder = ?, term = term + 1, held_until = clock_timestamp() + make_interval(secs => ?)
         where topic = ? and (holder is null or held_until < clock_timestamp())
        returning term, position, sent
        """;

    private static final String RENEW = """
        update relay.progress set held_until = clock_timestamp() + make_interval(secs => ?)
         where topic = ? and holder = ? and term = ?
        """;

    private static final String MOVE = """
        update relay.progress
           set position = ?, sent = ?::bigint[], held_until = clock_timestamp() + make_interval(secs => ?)
         where topic = ? and holder = ? and term = ? and position = ?
        """;

    private static final String RELEASE = """
        update relay.progress set holder = null, held_until = null where topic = ? and holder = ? and term = ?
        """;

    private final DataSource dataSource;
    private final String topic;
    private final Duration length;
    private final UUID holder = UUID.randomUUID();
    private long term;

    /**
     * A lease that is not held yet.
     *
     * @param length how long it is held without being renewed: as long a dead holder is waited for
     */
    Lease(DataSource dataSource, String topic, Duration length) {
        this.dataSource = dataSource;
        this.topic = topic;
        this.length = length;
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Takes it where nobody holds it. @return how far the copy is; empty where another process holds it */
    Optional<Copied> take(int partitions) throws SQLException {
        update(BEGIN, statement -> {
            statement.setString(1, topic);
            statement.setString(2, Copied.nothing(partitions).array());
        });
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, holder);
            statement.setDouble(2, seconds());
            statement.setString(3, topic);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                term = row.getLong("term");
                return Optional.of(Copied.read(row));
            }
        }
    }

    /** Holds it for another while; returns whether it is still held. */
    boolean renew() throws SQLException {
        return update(RENEW, statement -> {
            statement.setDouble(1, seconds());
            hold(statement, 2);
        });
    }

    /** Says how far the copy is now; returns whether it is still held and the copy was where this process left it. */
    boolean move(Copied from, Copied to) throws SQLException {
        return update(MOVE, statement -> {
            statement.setLong(1, to.position());
            statement.setString(2, to.array());
            statement.setDouble(3, seconds());
            hold(statement, 4);
            statement.setLong(7, from.position());
        });
    }

    /** Lets others have it at once. */
    void release() throws SQLException {
        update(RELEASE, statement -> hold(statement, 1));
    }

    private void hold(PreparedStatement statement, int from) throws SQLException {
        statement.setString(from, topic);
        statement.setObject(from + 1, holder);
        statement.setLong(from + 2, term);
    }

    private double seconds() {
        return length.toMillis() / 1_000.0;
    }

    private boolean update(String sql, Binding binding) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate() == 1;
        }
    }
}
