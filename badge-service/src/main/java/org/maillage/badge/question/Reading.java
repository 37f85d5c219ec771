package org.maillage.badge.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks the tables of badges. */
public final class Reading {

    private final DataSource dataSource;

    public Reading(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes something of a row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The tables cannot be read or written now. */
    public static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Failure(SQLException cause) {
            super(cause);
        }
    }

    /** What a question answers, row by row. */
    public <T> List<T> list(String sql, Row<T> of, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values);
                var row = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (row.next()) {
                found.add(of.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** The first row that a question answers. */
    public <T> Optional<T> first(String sql, Row<T> of, @Nullable Object... values) {
        return list(sql, of, values).stream().findFirst();
    }

    /** Changes rows; returns how many. */
    public int change(String sql, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                case null -> statement.setObject(i + 1, null);
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** A column of type uuid that is not null. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A column of type timestamptz that is not null. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
