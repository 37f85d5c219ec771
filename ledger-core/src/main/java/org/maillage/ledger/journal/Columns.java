package org.maillage.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Columns as arrays in the binary form of PostgreSQL's {@code array_recv}. The driver by itself writes UUIDs as text, which
 * costs both sides as much as an index does.
 */
final class Columns {

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int UUID_BYTES = 2 * Long.BYTES;

    private final BaseConnection connection;

    Columns(Connection connection) throws SQLException {
        this.connection = connection.unwrap(BaseConnection.class);
    }

    Array texts(Collection<String> texts) throws SQLException {
        return bytes(
                Oid.TEXT_ARRAY,
                Oid.TEXT,
                texts.stream().map(text -> text.getBytes(UTF_8)).toList());
    }

    Array bytes(List<byte[]> values) throws SQLException {
        return bytes(Oid.BYTEA_ARRAY, Oid.BYTEA, values);
    }

    Array uuids(List<? extends @Nullable UUID> values) throws SQLException {
        int there = (int) values.stream().filter(Objects::nonNull).count();
        var array = new byte[sizeOf(values.size(), there * UUID_BYTES)];
        var to = begin(array, Oid.UUID, values.size(), there < values.size());
        for (var value : values) {
            if (value == null) {
                to.putInt(-1);
            } else {
                to.putInt(UUID_BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
            }
        }
        return new PgArray(connection, Oid.UUID_ARRAY, array);
    }

    private Array bytes(int type, int element, List<byte[]> values) throws SQLException {
        int size = values.stream().mapToInt(value -> value.length).sum();
        var array = new byte[sizeOf(values.size(), size)];
        var to = begin(array, element, values.size(), false);
        for (var value : values) {
            to.putInt(value.length).put(value);
        }
        return new PgArray(connection, type, array);
    }

    private static int sizeOf(int length, int bytes) {
        return HEADER + length * Integer.BYTES + bytes;
    }

    /** Dimensions, whether there are nulls, type of the elements, their number, and the index of the first. */
    private static ByteBuffer begin(byte[] array, int element, int length, boolean nulls) {
        return ByteBuffer.wrap(array)
                .putInt(1)
                .putInt(nulls ? 1 : 0)
                .putInt(element)
                .putInt(length)
                .putInt(1);
    }
}
