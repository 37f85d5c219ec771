package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the live views hold, row by row. */
public final class Tables {

    private Tables() {}

    /** Every row of every table, as text, sorted. */
    public static Map<String, List<String>> of(DataSource database) {
        return of(database, Schema.LIVE);
    }

    /** Every row of every table of a generation, as text, sorted. */
    static Map<String, List<String>> of(DataSource database, Schema generation) {
        var tables = new TreeMap<String, List<String>>();
        for (var table : names(database)) {
            tables.put(
                    table, rows(database, "select t::text from " + generation.name() + "." + table + " t order by 1"));
        }
        return tables;
    }

    /** Every row that stands, or is recorded, by the end of a day; without the day on which it was replaced. */
    static Map<String, List<String>> asOf(DataSource database, LocalDate day) {
        var tables = new TreeMap<String, List<String>>();
        var date = "date '" + day + "'";
        for (var table : names(database)) {
            var columns = rows(
                    database,
                    "select column_name from information_schema.columns where table_schema = 'views' and table_name = '"
                            + table + "'");
            if (columns.contains("until")) {
                tables.put(
                        table,
                        rows(
                                database,
                                "select (to_jsonb(t) - 'until')::text from views." + table + " t where since <= " + date
                                        + " and " + date + " < until order by 1"));
            } else if (columns.contains("since") || columns.contains("recorded_on")) {
                var from = columns.contains("since") ? "since" : "recorded_on";
                tables.put(
                        table,
                        rows(
                                database,
                                "select t::text from views." + table + " t where " + from + " <= " + date
                                        + " order by 1"));
            }
        }
        return tables;
    }

    /** Fails where a table differs, naming it and the first rows that one has and the other has not. */
    public static void assertSame(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        for (var table : expected.keySet()) {
            var more = new ArrayList<>(actual.get(table));
            var missing = new ArrayList<>(expected.get(table));
            more.removeAll(new HashSet<>(expected.get(table)));
            missing.removeAll(new HashSet<>(actual.get(table)));
            assertThat(more.stream().limit(3))
                    .as(
                            "too many in %s; missing: %s",
                            table, missing.stream().limit(3).toList())
                    .isEmpty();
            assertThat(missing.stream().limit(3)).as("missing in %s", table).isEmpty();
            assertThat(actual.get(table)).as(table).hasSameSizeAs(expected.get(table));
        }
    }

    static List<String> names(DataSource database) {
        return rows(
                database, "select table_name from information_schema.tables where table_schema = 'views' order by 1");
    }

    public static List<String> rows(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
