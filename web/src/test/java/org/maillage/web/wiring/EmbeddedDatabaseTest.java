package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
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
    void after_a_kill_the_orphaned_server_is_stopped_and_what_it_stored_is_there() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long orphan;
        try {
            orphan = stored(program);
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive))
                .as("left running")
                .isPresent();

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select n from kept")).isEqualTo(7);
            assertThat(database.pid()).isPositive().isNotEqualTo(orphan);
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("postgresql.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static long stored(Process program) throws IOException {
        try (var lines = program.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("stored ")) {
                    return Long.parseLong(line.substring("stored ".length()));
                }
            }
        }
        throw new AssertionError("it ended without storing anything");
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
