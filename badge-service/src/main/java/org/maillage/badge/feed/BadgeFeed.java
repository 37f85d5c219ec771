package org.maillage.badge.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.DerivedRows;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;

/**
 * Applies the journal to the tables, batch after batch: rows and position in one transaction. Of several processes one
 * applies at a time, and the others find it done.
 */
public final class BadgeFeed {

    private static final int BATCH = 1_000;

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Clock clock;

    public BadgeFeed(DataSource dataSource, EventFeed feed, Clock clock) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * What a step found.
     *
     * @param position that the tables have reached
     * @param events the last ones up to there; none where another process had applied them all
     */
    public record Step(long position, List<Recorded> events) {
        public Step {
            events = List.copyOf(events);
        }

        /** Whether there may be more. */
        public boolean isFull() {
            return events.size() == BATCH;
        }
    }

    /** Applies the next batch. */
    public Step step() throws SQLException {
        return write(connection -> {
            long at = lock(connection);
            var events = feed.after(at, BATCH);
            long reached = events.isEmpty() ? at : apply(connection, Partitions.load(connection), events);
            return new Step(reached, events);
        });
    }

    /** How far the tables are. */
    public long position() throws SQLException {
        return write(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select position from badge.feed")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Networks whose events wait. */
    public List<Parked> parked() throws SQLException {
        return write(connection -> Partitions.load(connection).parked());
    }

    /**
     * Applies the waiting events of a network in order; returns whether none waits any more.
     *
     * @param network null for the events of persons
     */
    public boolean retry(@Nullable NetworkId network) throws SQLException {
        var partition = network == null ? new UUID(0, 0) : network.value();
        return write(connection -> {
            long to = lock(connection);
            var partitions = Partitions.load(connection);
            var parked = partitions.release(partition);
            long at = parked == null ? to : parked.position() - 1;
            while (at < to) {
                var events = feed.after(at, BATCH);
                at = events.getLast().position();
                var own = events.stream()
                        .filter(recorded -> recorded.position() <= to
                                && Partitions.of(recorded).equals(partition))
                        .toList();
                partitions = fold(connection, partitions, own);
            }
            partitions.store(connection);
            return partitions.parked().stream().noneMatch(stopped -> Objects.equals(stopped.network(), network));
        });
    }

    /** Empties the tables: they are made again from the whole journal by the steps that follow. */
    public void empty() throws SQLException {
        write(connection -> {
            lock(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("""
                    truncate badge.partition_position, badge.network, badge.kind, badge.member, badge.claimed_share,
                        badge.voice, badge.share, badge.definition, badge.definition_version, badge.award,
                        badge.award_change, badge.recognition, badge.endorsement, badge.issuer_key, badge.due,
                        badge.new_network, badge.credential
                    """);
            }
            reach(connection, 0);
            return true;
        });
    }

    private static long lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select position from badge.feed for update")) {
            row.next();
            return row.getLong(1);
        }
    }

    private long apply(Connection connection, Partitions before, List<Recorded> events) throws SQLException {
        var partitions = fold(connection, before, events);
        partitions.store(connection);
        long reached = events.getLast().position();
        reach(connection, reached);
        return reached;
    }

    private static void reach(Connection connection, long position) throws SQLException {
        try (var statement = connection.prepareStatement("update badge.feed set position = ?")) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
    }

    /** All of the events at once; where one of them cannot be applied, one by one, and that one is parked. */
    private Partitions fold(Connection connection, Partitions before, List<Recorded> events) throws SQLException {
        var savepoint = connection.setSavepoint();
        var partitions = before.copy();
        try {
            var writer = new Writer();
            var rows = new Rows(writer);
            for (var recorded : events) {
                if (!partitions.holds(recorded) && !partitions.waits(recorded)) {
                    rows.apply(recorded);
                    partitions.applied(recorded);
                }
            }
            writer.write(connection);
            return partitions;
        } catch (SQLException | RuntimeException failure) {
            if (!isAboutContent(failure)) {
                throw failure;
            }
            connection.rollback(savepoint);
            if (events.size() == 1) {
                var parked = before.copy();
                parked.park(events.getFirst(), failure, clock.instant());
                return parked;
            }
            return halves(connection, before, events);
        }
    }

    private Partitions halves(Connection connection, Partitions before, List<Recorded> events) throws SQLException {
        int half = events.size() / 2;
        var first = fold(connection, before, events.subList(0, half));
        return fold(connection, first, events.subList(half, events.size()));
    }

    /** Whether the event itself is at fault, rather than the database or the connection to it. */
    private static boolean isAboutContent(Exception failure) {
        if (!(failure instanceof SQLException sql)) {
            return true;
        }
        var state = sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** Something that is done in one transaction. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T write(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DerivedRows.ready(connection);
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
