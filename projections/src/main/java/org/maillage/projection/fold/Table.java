package org.maillage.projection.fold;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table of a view, as its row record tells it: the same names that Micronaut Data reads by.
 *
 * @param name of the table
 * @param type of its rows
 * @param group the columns that {@link Row#group()} stands in: a list where they are several
 * @param key columns of the primary key; empty where another table writes these rows
 */
public record Table<R extends Row>(
        String name, BeanIntrospection<R> type, List<Column<R>> columns, List<String> group, List<String> key) {

    /** The table of a record: {@code group} and {@code key} are columns, separated by spaces. */
    public static <R extends Row> Table<R> of(Class<R> row, String group, String key) {
        return of(row, group, Arrays.asList(key.split(" ")));
    }

    /**
     * Another way to the rows of a table: found by other columns, and never written, since what is put there is put here
     * too, with the same event, where it matters here.
     */
    public static <R extends Row> Table<R> beside(Class<R> row, String group) {
        return of(row, group, List.of());
    }

    private static <R extends Row> Table<R> of(Class<R> row, String group, List<String> key) {
        var type = BeanIntrospection.getIntrospection(row);
        var columns = new ArrayList<Column<R>>();
        for (var argument : type.getConstructorArguments()) {
            var property = type.getRequiredProperty(argument.getName(), Object.class);
            columns.add(new Column<>(
                    NameUtils.underscoreSeparate(argument.getName()).toLowerCase(java.util.Locale.ROOT),
                    Sort.of(argument.getType()),
                    argument.getType(),
                    property));
        }
        AnnotationMetadata annotations = type.getAnnotationMetadata();
        var name = annotations.stringValue(MappedEntity.class).orElseThrow();
        return new Table<>(name, type, List.copyOf(columns), Arrays.asList(group.split(" ")), key);
    }

    /** There is one of each, which is looked up for every row: not by its forty columns. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The sorts of the columns that rows are grouped by. */
    List<Sort> groupSorts() {
        return group.stream()
                .map(name -> columns.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .sort())
                .toList();
    }

    /** Whether its rows are written through another table. */
    boolean isBeside() {
        return key.isEmpty();
    }

    /** A column: its name, what PostgreSQL keeps in it, and where a row holds it. */
    record Column<R>(String name, Sort sort, Class<?> javaType, BeanProperty<R, Object> property) {}

    /** What a column holds. */
    enum Sort {
        UUID("uuid"),
        TEXT("text"),
        INT("int4"),
        LONG("int8"),
        BOOLEAN("bool"),
        DATE("date"),
        TIME("time"),
        INSTANT("timestamptz");

        /** PostgreSQL's name of the type. */
        final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        static Sort of(Class<?> type) {
            if (type == UUID.class) {
                return UUID;
            } else if (type == String.class || type.isEnum()) {
                return TEXT;
            } else if (type == int.class || type == Integer.class) {
                return INT;
            } else if (type == long.class || type == Long.class) {
                return LONG;
            } else if (type == boolean.class) {
                return BOOLEAN;
            } else if (type == LocalDate.class) {
                return DATE;
            } else if (type == LocalTime.class) {
                return TIME;
            } else if (type == Instant.class) {
                return INSTANT;
            }
            throw new IllegalArgumentException("no column holds a " + type);
        }
    }
}
