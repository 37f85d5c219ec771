package org.maillage.ledger.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.value.NetworkId;

/** Reads the journal backwards, as it is stored, for people who look into it. */
public final class JournalBrowser {

    /** Most positions that one question looks at where no stream is named: nothing else finds its events. */
    public static final int REACH = 200_000;

    // An append has far fewer events than this, and they stand side by side.
    private static final int APPEND = 2_000;

    private static final String COLUMNS = """
        select position, stream, version, event_id, name, network, actor, cause, command_id, recorded_at, payload
          from journal.event
        """;

    private static final String BEFORE = COLUMNS + """
         where position < ? and position >= ?
           and (?::text[] is null or name = any(?::text[]))
           and (?::uuid is null or network = ?::uuid)
         order by position desc limit ?
        """;

    private static final String OF_STREAMS = COLUMNS + """
         where stream = any(?::text[]) and position < ? and position >= ?
           and (?::text[] is null or name = any(?::text[]))
           and (?::uuid is null or network = ?::uuid)
         order by position desc limit ?
        """;

    private static final String AT = COLUMNS + "where position = ?";

    private static final String BY_ID = COLUMNS + "where event_id = ?";

    private static final String CAUSED = COLUMNS + "where cause = ? order by position limit ?";

    private static final String OF_COMMAND =
            COLUMNS + "where position > ? and position < ? and command_id = ? order by position";

    private final DataSource dataSource;

    public JournalBrowser(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * An event as it is stored.
     *
     * @param name with its version
     * @param network null for the installation's
     * @param actor who was authenticated, as {@link org.maillage.ledger.value.Actor} is written
     * @param cause the event that the command reacted to; null unless a reaction
     * @param payload its JSON; personal texts in it are sealed
     */
    public record Entry(
            long position,
            String stream,
            long version,
            UUID eventId,
            String name,
            @Nullable UUID network,
            String actor,
            @Nullable UUID cause,
            UUID commandId,
            Instant recordedAt,
            String payload) {}

    /**
     * Which events are asked for.
     *
     * @param streams any of these; empty for all
     * @param names any of these, with version; empty for all
     * @param network null for all
     * @param from recorded at or after; null for no bound
     * @param until recorded before; null for no bound
     */
    public record Filter(
            Collection<String> streams,
            Collection<String> names,
            @Nullable NetworkId network,
            @Nullable Instant from,
            @Nullable Instant until) {

        public Filter {
            streams = List.copyOf(streams);
            names = List.copyOf(names);
        }
    }

    /**
     * What was found, newest first.
     *
     * @param next the position before which the next question goes on; null where nothing older is left
     */
    public record Found(List<Entry> entries, @Nullable Long next) {}

    /** Events before a position, newest first; {@code Long.MAX_VALUE} begins at the newest. */
    public Found before(Filter filter, long position, int limit) {
        return ask(connection -> {
            long last = lastPosition(connection);
            long until = filter.until() == null ? last + 1 : firstSince(connection, filter.until(), last);
            long from = filter.from() == null ? 1 : firstSince(connection, filter.from(), last);
            long top = Math.min(Math.min(position, last + 1), until);
            long bottom = filter.streams().isEmpty() ? Math.max(from, top - REACH) : from;
            if (bottom >= top) {
                return new Found(List.of(), null);
            }
            return found(matching(connection, filter, top, bottom, limit + 1), limit, bottom, from);
        });
    }

    private static Found found(List<Entry> entries, int limit, long bottom, long from) {
        if (entries.size() > limit) {
            var page = List.copyOf(entries.subList(0, limit));
            return new Found(page, page.getLast().position());
        }
        return new Found(entries, bottom > from ? bottom : null);
    }

    /** The event at a position; empty where there is none. */
    public Optional<Entry> at(long position) {
        return ask(connection -> one(connection, AT, query -> query.setLong(1, position)));
    }

    /** The event of an id; empty where there is none. */
    public Optional<Entry> event(UUID id) {
        return ask(connection -> one(connection, BY_ID, query -> query.setObject(1, id)));
    }

    /** Events of commands that reacted to an event, oldest first. */
    public List<Entry> causedBy(UUID event, int most) {
        return ask(connection -> entries(connection, CAUSED, query -> {
            query.setObject(1, event);
            query.setInt(2, most);
        }));
    }

    /** Everything that the command of an event stored, in order, itself included. */
    public List<Entry> ofCommand(Entry entry) {
        return ask(connection -> entries(connection, OF_COMMAND, query -> {
            query.setLong(1, entry.position() - APPEND);
            query.setLong(2, entry.position() + APPEND);
            query.setObject(3, entry.commandId());
        }));
    }

    private static List<Entry> matching(Connection connection, Filter filter, long top, long bottom, int limit)
            throws SQLException {
        var bound = !filter.streams().isEmpty();
        var names = array(connection, filter.names());
        var network = filter.network() == null ? null : filter.network().value();
        return entries(connection, bound ? OF_STREAMS : BEFORE, query -> {
            int at = 1;
            if (bound) {
                query.setArray(at++, array(connection, filter.streams()));
            }
            query.setLong(at++, top);
            query.setLong(at++, bottom);
            query.setArray(at++, names);
            query.setArray(at++, names);
            query.setObject(at++, network);
            query.setObject(at++, network);
            query.setInt(at, limit);
        });
    }

    private static java.sql.@Nullable Array array(Connection connection, Collection<String> texts) throws SQLException {
        return texts.isEmpty() ? null : connection.createArrayOf("text", texts.toArray());
    }

    // Times never decrease with the position (rule 15), and positions have no gaps: it is found by halving.
    private static long firstSince(Connection connection, Instant time, long last) throws SQLException {
        long low = 1;
        long high = last + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            var entry = one(connection, AT, query -> query.setLong(1, middle));
            if (entry.isPresent() && entry.get().recordedAt().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long lastPosition(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(Sql.POSITION);
                var rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static Optional<Entry> one(Connection connection, String sql, Binding binding) throws SQLException {
        return entries(connection, sql, binding).stream().findFirst();
    }

    private static List<Entry> entries(Connection connection, String sql, Binding binding) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            binding.bind(query);
            try (var rows = query.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        }
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getObject(4, UUID.class),
                rows.getString(5),
                rows.getObject(6, UUID.class),
                rows.getString(7),
                rows.getObject(8, UUID.class),
                rows.getObject(9, UUID.class),
                rows.getObject(10, OffsetDateTime.class).toInstant(),
                new String(rows.getBytes(11), StandardCharsets.UTF_8));
    }

    private <T> T ask(Question<T> question) {
        try (var connection = dataSource.getConnection()) {
            return question.answer(connection);
        } catch (SQLException failure) {
            throw new Ledger.Unavailable("the journal cannot be read now", failure);
        }
    }

    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface Question<T> {
        T answer(Connection connection) throws SQLException;
    }
}
