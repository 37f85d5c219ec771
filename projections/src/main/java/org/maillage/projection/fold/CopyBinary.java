package org.maillage.projection.fold;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in PostgreSQL's binary COPY format: a signature, then for each row the count of its fields and each
 * field's length and bytes, −1 for null (PostgreSQL manual, COPY, «Binary Format»).
 */
final class CopyBinary {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FULL = 1 << 17;
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private static final VarHandle SHORTS = places(short[].class);
    private static final VarHandle INTS = places(int[].class);
    private static final VarHandle LONGS = places(long[].class);

    private final CopyIn copy;
    private byte[] bytes = new byte[FULL + (1 << 14)];
    private int size;

    CopyBinary(CopyIn copy) {
        this.copy = copy;
        put(SIGNATURE);
        putInt(0);
        putInt(0);
    }

    private static VarHandle places(Class<?> numbers) {
        return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.BIG_ENDIAN);
    }

    <R extends Row> void row(Table<R> table, R row) throws SQLException {
        putShort(table.columns().size());
        for (var column : table.columns()) {
            field(column.sort(), column.property().get(row));
        }
        if (size >= FULL) {
            copy.writeToCopy(bytes, 0, size);
            size = 0;
        }
    }

    void end() throws SQLException {
        putShort(-1);
        copy.writeToCopy(bytes, 0, size);
        copy.endCopy();
    }

    private void field(Table.Sort sort, @Nullable Object value) {
        if (value == null) {
            putInt(-1);
            return;
        }
        switch (sort) {
            case UUID -> {
                var uuid = (UUID) value;
                putInt(16);
                putLong(uuid.getMostSignificantBits());
                putLong(uuid.getLeastSignificantBits());
            }
            case TEXT -> sized(value instanceof Enum<?> constant ? constant.name() : (String) value);
            case INT -> {
                putInt(4);
                putInt((Integer) value);
            }
            case LONG -> {
                putInt(8);
                putLong((Long) value);
            }
            case BOOLEAN -> {
                putInt(1);
                room(1);
                bytes[size++] = (byte) ((Boolean) value ? 1 : 0);
            }
            case DATE -> {
                putInt(4);
                putInt((int) (((LocalDate) value).toEpochDay() - EPOCH_DAY_2000));
            }
            case TIME -> {
                putInt(8);
                putLong(((LocalTime) value).toNanoOfDay() / 1_000);
            }
            case INSTANT -> {
                putInt(8);
                putLong(micros((Instant) value));
            }
        }
    }

    /** Rounded as PostgreSQL rounds a time that it reads from text, so that both ways of writing give the same row. */
    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(YEAR_2000, time.plusNanos(500));
    }

    private void sized(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        putInt(encoded.length);
        put(encoded);
    }

    private void put(byte[] added) {
        room(added.length);
        System.arraycopy(added, 0, bytes, size, added.length);
        size += added.length;
    }

    private void putShort(int value) {
        room(Short.BYTES);
        SHORTS.set(bytes, size, (short) value);
        size += Short.BYTES;
    }

    private void putInt(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, size, value);
        size += Integer.BYTES;
    }

    private void putLong(long value) {
        room(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
