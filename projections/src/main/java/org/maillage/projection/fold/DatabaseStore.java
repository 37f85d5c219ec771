package org.maillage.projection.fold;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One generation of views in a schema of the database, written over the projector's own connection and in its
 * transaction. Repositories write a row a statement, which here ran a hundred times slower than whole columns by UNNEST;
 * so they are for reading.
 */
public final class DatabaseStore implements Store {

    private static final int CHUNK = 2_000;

    private final Connection connection;
    private final String schema;
    private final Map<Table<?>, TableSql> statements = new HashMap<>();

    /** A generation. */
    public DatabaseStore(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    @Override
    public <R extends Row> List<R> load(Table<R> table, Collection<Rows.Group> groups) {
        var rows = new ArrayList<R>();
        try (var statement = connection.prepareStatement(sql(table).load())) {
            var networks = groups.stream().map(Rows.Group::network).toArray();
            statement.setArray(1, connection.createArrayOf("uuid", networks));
            var sorts = table.groupSorts();
            for (int i = 0; i < sorts.size(); i++) {
                int part = i;
                var keys = groups.stream().map(group -> group.part(part)).toArray();
                statement.setArray(2 + i, connection.createArrayOf(sorts.get(i).sql, keys));
            }
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(read(table, result));
                }
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
        return rows;
    }

    @Override
    public <R extends Row> void insert(Table<R> table, List<R> rows) {
        columns(sql(table).insert(), table, rows);
    }

    @Override
    public <R extends Row> void replace(Table<R> table, List<R> rows) {
        columns(sql(table).replace(), table, rows);
    }

    private <R extends Row> void columns(String sql, Table<R> table, List<R> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            try (var statement = connection.prepareStatement(sql)) {
                int index = 1;
                for (var column : table.columns()) {
                    var values = new @Nullable String[chunk.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = text(column.property().get(chunk.get(i)));
                    }
                    statement.setArray(index++, connection.createArrayOf(column.sort().sql, values));
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new StoreFailure(e);
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Object other -> other.toString();
        };
    }

    private static <R extends Row> R read(Table<R> table, ResultSet result) throws SQLException {
        var columns = table.columns();
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i), result, i + 1);
        }
        return table.type().instantiate(false, values);
    }

    private static @Nullable Object value(Table.Column<?> column, ResultSet result, int index) throws SQLException {
        return switch (column.sort()) {
            case UUID -> result.getObject(index, UUID.class);
            case TEXT -> constant(column.javaType(), result.getString(index));
            case INT -> result.getObject(index, Integer.class);
            case LONG -> result.getObject(index, Long.class);
            case BOOLEAN -> result.getBoolean(index);
            case DATE -> result.getObject(index, LocalDate.class);
            case TIME -> result.getObject(index, LocalTime.class);
            case INSTANT -> {
                var time = result.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
        };
    }

    private static @Nullable Object constant(Class<?> type, @Nullable String name) {
        if (name == null || !type.isEnum()) {
            return name;
        }
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("no " + type.getSimpleName() + " is named " + name);
    }

    private TableSql sql(Table<?> table) {
        return statements.computeIfAbsent(table, it -> TableSql.of(it, schema));
    }

    /** What the database said while rows were read or written. */
    public static final class StoreFailure extends RuntimeException {

        public StoreFailure(SQLException cause) {
            super(cause.getMessage(), cause);
        }

        /** Whether what was written is to blame (SQLSTATE classes 22, 23 and 54), and not the server or the wire. */
        public boolean isAboutContent() {
            var state = getCause() instanceof SQLException e ? e.getSQLState() : null;
            return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
        }
    }
}
