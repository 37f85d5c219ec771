package org.maillage.projection.fold;

import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements of one table of one generation. They are made from the row record's own names, and from nothing that
 * anybody sends: a second list of forty columns by hand would drift from the record.
 */
record TableSql(String load, String insert, String replace, String copy) {

    static TableSql of(Table<?> table, String schema) {
        var name = schema + "." + table.name();
        var columns = join(table, Table.Column::name);
        var arrays = join(table, column -> "?::" + column.sort().sql + "[]");
        var group = table.group().stream().map(column -> "t." + column).collect(Collectors.joining(", "));
        var groups =
                table.groupSorts().stream().map(sort -> "?::" + sort.sql + "[]").collect(Collectors.joining(", "));
        var updates = join(table, column -> column.name() + " = excluded." + column.name());
        var current = table.columns().stream().anyMatch(column -> column.name().equals("until"))
                ? "and t.until = date '9999-12-31'"
                : "";
        return new TableSql(
                """
                select %s from %s t
                where (t.network, %s) in (select * from unnest(?::uuid[], %s)) %s
                order by t.position
                """.formatted(columns, name, group, groups, current),
                """
                insert into %s (%s) select * from unnest(%s) on conflict do nothing
                """.formatted(name, columns, arrays),
                """
                insert into %s (%s) select * from unnest(%s) on conflict (%s) do update set %s
                """.formatted(name, columns, arrays, String.join(", ", table.key()), updates),
                """
                copy %s (%s) from stdin (format binary)
                """.formatted(name, columns));
    }

    private static <R extends Row> String join(Table<R> table, Function<Table.Column<R>, String> each) {
        return table.columns().stream().map(each).collect(Collectors.joining(", "));
    }
}
