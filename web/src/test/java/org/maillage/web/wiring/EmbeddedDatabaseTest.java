package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void what_was_stored_is_there_after_a_stop_and_a_new_start() throws SQLException {
        try (var database = EmbeddedDatabase.start(folder)) {
            run(database, "create table kept (n int)");
            run(database, "insert into kept values (42)");
        }
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select n from kept")).isEqualTo(42);
        }
    }

    @Test
    void a_server_that_a_killed_program_left_running_is_stopped_first() throws Exception {
        var password = folder.resolve("postgresql.password");
        long orphan;
        try (var database = EmbeddedDatabase.start(folder)) {
            run(database, "create table kept (n int)");
            run(database, "insert into kept values (7)");
            orphan = database.pid();
            // What a kill leaves behind: the server runs, and nobody holds the folder any more.
            new Postmaster(folder.resolve("postgresql")).stopOrphan();
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        }
        assertThat(Files.getPosixFilePermissions(password)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select n from kept")).isEqualTo(7);
            assertThat(database.pid()).isPositive().isNotEqualTo(orphan);
        }
    }

    @Test
    void two_programs_never_use_one_folder() {
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(database.pid()).isPositive();
            assertThatExceptionOfType(StartupFailure.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder))
                    .withMessageContaining("MAILLAGE_DATA");
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (var connection = DatabaseSettings.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Database database, String sql) throws SQLException {
        try (var connection = DatabaseSettings.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
