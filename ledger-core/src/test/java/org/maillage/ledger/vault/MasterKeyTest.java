package org.maillage.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void a_key_file_is_made_once_and_its_owner_alone_may_read_it() throws IOException {
        var file = folder.resolve("data/master.key");

        var made = MasterKey.fromFileOrCreate(file);

        assertThat(MasterKey.fromFileOrCreate(file).id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        assertThat(MasterKey.fromFileOrCreate(folder.resolve("other.key")).id()).isNotEqualTo(made.id());
    }

    @Test
    void those_who_start_at_once_get_the_same_key() throws Exception {
        var file = folder.resolve("master.key");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var ids = new ArrayList<String>();
            Callable<String> start = () -> MasterKey.fromFileOrCreate(file).id();
            for (Future<String> id : threads.invokeAll(Collections.nCopies(32, start))) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(32).containsOnly(ids.getFirst());
        }
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws IOException {
        var file = folder.resolve("master.key");
        MasterKey.fromFileOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> MasterKey.fromFileOrCreate(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-but-no-base64!", "c2hvcnQ=", "\n"})
    void a_file_that_holds_no_key_is_refused_and_left_as_it_is(String content) throws IOException {
        var file = folder.resolve("master.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);

        assertThatThrownBy(() -> MasterKey.fromFileOrCreate(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(content.strip().isEmpty() ? "secret" : content.strip());
        assertThat(file).hasContent(content);
    }

    @Test
    void the_environment_goes_before_the_file() {
        var file = folder.resolve("master.key");

        assertThat(MasterKey.of(Map.of(MasterKey.VARIABLE, ZEROS), file).id()).isEqualTo(TestVault.MASTER.id());
        assertThat(file).doesNotExist();
        assertThat(MasterKey.of(Map.of(MasterKey.VARIABLE, " "), file).id())
                .isEqualTo(MasterKey.of(Map.of(), file).id());
        assertThat(file).exists();
    }

    @Test
    void keys_of_different_purposes_differ() {
        var master = TestVault.MASTER;

        assertThat(master.derive("wrap").getEncoded())
                .hasSize(32)
                .isEqualTo(master.derive("wrap").getEncoded())
                .isNotEqualTo(master.derive("match").getEncoded());
    }
}
