package org.maillage.web.wiring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What a PostgreSQL says of itself.
 *
 * @param version such as 180006
 * @param fsync whether what is written is forced to the disk
 * @param synchronousCommit whether a commit waits for it
 * @param encoding of the database
 */
record DatabaseSettings(int version, String fsync, String synchronousCommit, String fullPageWrites, String encoding) {

    static DatabaseSettings of(Database database) {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select current_setting('server_version_num')::int, current_setting('fsync'),
                           current_setting('synchronous_commit'), current_setting('full_page_writes'),
                           current_setting('server_encoding')
                    """)) {
            row.next();
            return new DatabaseSettings(
                    row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        } catch (SQLException e) {
            throw new StartupFailure("The PostgreSQL (" + database + ") does not answer: " + e.getMessage(), e);
        }
    }

    static Connection connect(Database database) throws SQLException {
        var properties = new Properties();
        if (database.user() != null) {
            properties.setProperty("user", database.user());
        }
        if (database.password() != null) {
            properties.setProperty("password", database.password());
        }
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(database.url(), properties);
    }

    /** Refuses a server that acknowledges what it may lose. */
    void requireDurable() {
        require("fsync", fsync);
        require("full_page_writes", fullPageWrites);
        if ("off".equals(synchronousCommit)) {
            require("synchronous_commit", synchronousCommit);
        }
    }

    private static void require(String name, String value) {
        if (!"on".equals(value)) {
            throw new StartupFailure("The PostgreSQL has " + name + " = " + value
                    + ": it would lose what it acknowledged. Set " + name + " = on.");
        }
    }
}
