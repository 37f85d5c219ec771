package org.maillage.web.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.cli.CommandLine.NotUnderstood;

/** {@code bin/maillage import}, before it asks anything of the program. */
class ImportCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("lines.csv"), "who,what\n");
    }

    @Test
    void what_is_given_wrong_is_said_before_anything_is_sent() {
        assertThatThrownBy(() ->
                        command("--mapping", "nofile.json", "--new", "Essai").run())
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no mapping file nofile.json")
                .hasMessageContaining("openstreetmap");
        assertThatThrownBy(() -> command("--mapping", "dpdk", "--new", "Essai", "--refused", "/nowhere/x.csv")
                        .run())
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no folder for /nowhere/x.csv");
        for (var url : List.of("anything", "ftp://example.org", "http://")) {
            assertThatThrownBy(() -> command("--mapping", "dpdk", "--new", "Essai", "--url", url))
                    .isInstanceOf(NotUnderstood.class)
                    .hasMessageContaining(url + " is no address of the program");
        }
        assertThatThrownBy(() -> command("--mapping", "dpdk")).isInstanceOf(NotUnderstood.class);
    }

    private ImportCommand command(String... options) {
        var args = new ArrayList<>(List.of(file.toString()));
        args.addAll(List.of(options));
        return ImportCommand.of(
                args, Map.of("MAILLAGE_TOKEN", "maillage_x"), new PrintStream(OutputStream.nullOutputStream()));
    }
}
