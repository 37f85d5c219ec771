package org.maillage.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.maillage.projection.fold.Table;

/**
 * The schema of one generation of views. The live one is always {@code views}: a new one is filled under a name of its
 * own and takes that name in one transaction.
 *
 * @param name a name of our own, never anybody's input
 */
record Schema(String name) {

    private static final Pattern NAME = Pattern.compile("views(_[a-z0-9_]+)?");

    /** The generation that readers see. */
    static final Schema LIVE = new Schema("views");

    /** Beside the keys, what loading rows goes by: a contributor's shares of a day. */
    private static final String SHARES_OF_A_DAY =
            "create index shares_of_a_day on ${schema}.share (network, contributor, day)";

    private static final List<String> FILES = List.of("tables.sql", "indexes.sql");

    /** What this program's views are made by: another text, another generation. */
    private static final String VERSION = version();

    /** Serialises whoever writes the live views or swaps them, over all processes; held until the transaction ends. */
    private static final long WRITERS = 0x6d61696c6c657677L;

    Schema {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a generation's name");
        }
    }

    /** A statement over this generation. */
    String sql(String template) {
        return template.replace("${schema}", name);
    }

    private static String version() {
        var text = new StringBuilder();
        FILES.forEach(file -> text.append(read(file)));
        return Integer.toHexString(text.toString().hashCode()) + "-" + Views.VERSION;
    }

    static void lockWriters(Connection connection) throws SQLException {
        // Its own statement, before any that reads: in one statement the snapshot would be older than the lock.
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, WRITERS);
            statement.execute();
        }
    }

    /** Writes beside others who do the same, and keeps away whoever wants to write alone. */
    static void shareWriting(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
            statement.setLong(1, WRITERS);
            statement.execute();
        }
    }

    /** Whether it is there, and made by this program's version. */
    boolean isCurrent(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, name + ".generation");
            try (var result = statement.executeQuery()) {
                result.next();
                if (!result.getBoolean(1)) {
                    return false;
                }
            }
        }
        return isOfThisVersion(connection);
    }

    /** Whether what is there was made by this program's version. */
    boolean isOfThisVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql("select version from ${schema}.generation"))) {
            return result.next() && result.getString(1).equals(VERSION);
        }
    }

    void create(Connection connection) throws SQLException {
        execute(connection, "create schema ${schema}");
        execute(connection, read("tables.sql"));
        execute(connection, SHARES_OF_A_DAY);
        try (var statement = connection.prepareStatement(sql("insert into ${schema}.generation values (?, 0)"))) {
            statement.setString(1, VERSION);
            statement.executeUpdate();
        }
    }

    /** Takes the keys off its tables: a filling that writes each row once is quicker without, and sorts for them once. */
    void dropKeys(Connection connection) throws SQLException {
        execute(connection, "drop index ${schema}.shares_of_a_day");
        for (var table : tables()) {
            execute(connection, "alter table ${schema}.%1$s drop constraint %1$s_pkey".formatted(table.name()));
        }
    }

    void addKeys(Indexing indexing) throws SQLException, InterruptedException {
        var keys = new ArrayList<String>();
        keys.add(sql(SHARES_OF_A_DAY));
        keys.addAll(each(table -> "alter table ${schema}.%s add primary key (%s)"
                .formatted(table.name(), String.join(", ", table.key()))));
        indexing.run(keys);
    }

    void index(Indexing indexing) throws SQLException, InterruptedException {
        indexing.run(List.of(sql(read("indexes.sql")).split(";\n")));
        // A rough notion is enough to begin with; PostgreSQL refines it by itself.
        indexing.run(each(table -> "analyze ${schema}." + table.name()));
    }

    private List<String> each(Function<Table<?>, String> statement) {
        return tables().stream().map(statement).map(this::sql).toList();
    }

    private static List<Table<?>> tables() {
        return Views.all().stream().flatMap(view -> view.tables().stream()).toList();
    }

    /** Gives it another name; what has that name must have gone. */
    void rename(Connection connection, Schema other) throws SQLException {
        execute(connection, "alter schema ${schema} rename to " + other.name);
    }

    void drop(Connection connection) throws SQLException {
        execute(connection, "drop schema if exists ${schema} cascade");
    }

    boolean exists(Connection connection) throws SQLException {
        return named(connection, name).stream().anyMatch(this::equals);
    }

    /** Generations other than the live one: left behind by a rebuild that was killed. */
    static List<Schema> others(Connection connection) throws SQLException {
        var others = new ArrayList<Schema>(named(connection, "views\\_%"));
        others.remove(LIVE);
        return others;
    }

    private static List<Schema> named(Connection connection, String pattern) throws SQLException {
        try (var statement = connection.prepareStatement("select nspname from pg_namespace where nspname like ?")) {
            statement.setString(1, pattern);
            var schemas = new ArrayList<Schema>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    schemas.add(new Schema(result.getString(1)));
                }
            }
            return schemas;
        }
    }

    private void execute(Connection connection, String template) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql(template));
        }
    }

    private static String read(String file) {
        try (var stream = Objects.requireNonNull(Schema.class.getResourceAsStream("/db/views/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
