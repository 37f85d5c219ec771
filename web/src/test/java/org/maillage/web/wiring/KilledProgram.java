package org.maillage.web.wiring;

import java.nio.file.Path;

/** A program that starts PostgreSQL, stores something, says so, and waits to be killed. */
final class KilledProgram {

    private KilledProgram() {}

    public static void main(String[] args) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(args[0]));
        try (var connection = DatabaseSettings.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (7)");
        }
        System.out.println("stored " + database.pid());
        // Ends when whoever started this one ends, if it is not killed before.
        int read = System.in.read();
        System.out.println("ended " + read);
    }
}
