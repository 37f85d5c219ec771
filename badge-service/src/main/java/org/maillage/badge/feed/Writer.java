package org.maillage.badge.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch of events writes: gathered, then written kind by kind, each in one round trip or few. */
final class Writer {

    private final Map<Sql, List<@Nullable Object[]>> rows = new EnumMap<>(Sql.class);

    void add(Sql sql, @Nullable Object... values) {
        rows.computeIfAbsent(sql, _ -> new ArrayList<>()).add(values);
    }

    /** Writes in the order of {@link Sql}. */
    void write(Connection connection) throws SQLException {
        for (var entry : rows.entrySet()) {
            try (var statement = connection.prepareStatement(entry.getKey().text())) {
                for (var values : entry.getValue()) {
                    set(statement, values);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
        rows.clear();
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case UUID[] ids ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
                case null -> statement.setObject(i + 1, null);
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}
