package org.maillage.bench;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs a statement. */
final class Sql {

    private Sql() {}

    static void run(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
