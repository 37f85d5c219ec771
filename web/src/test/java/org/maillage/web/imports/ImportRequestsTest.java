package org.maillage.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.MappingFile;

/** Asking for imports under a key. */
class ImportRequestsTest {

    private static final String TEXT = """
        when,role,person,for_person,org,area,ref
        2026-01-02,author,ana,ana,o,a,r1
        """;

    private final PersonId ada = PersonId.next();
    private ImportFixture fixture;
    private Imports imports;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path data) {
        fixture = new ImportFixture(data);
        imports = fixture.imports();
        folder = data.resolve("imports");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_same_request_sent_six_times_at_once_is_one_import_with_one_file() throws Exception {
        var together = new CyclicBarrier(6);
        var asked = new ArrayList<Callable<ImportId>>();
        for (int i = 0; i < 6; i++) {
            asked.add(() -> {
                together.await();
                return start("clé", "Importé", "dpdk", TEXT).id();
            });
        }
        var answers = all(asked);

        assertThat(answers).hasSize(6);
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(imports.newest()).hasSize(1);
        assertThat(kept()).containsExactly(imports.newest().getFirst().file());
    }

    @Test
    void files_that_differ_and_come_at_once_under_one_key_never_become_one_anothers() throws Exception {
        var together = new CyclicBarrier(2);
        var other = TEXT.replace("ana", "bob");
        var asked = List.<Callable<Boolean>>of(() -> isStored(together, TEXT), () -> isStored(together, other));

        assertThat(all(asked)).containsExactlyInAnyOrder(true, false);
        var job = imports.newest().getFirst();
        assertThat(kept()).containsExactly(job.file());
        assertThat(job.fileName())
                .isEqualTo(Files.readString(fixture.files.path(job)).equals(TEXT) ? "ana" : "bob");
    }

    @Test
    void a_key_that_was_used_for_another_file_mapping_or_network_is_refused_and_leaves_nothing() throws IOException {
        var first = start("clé", "Importé", "dpdk", TEXT);

        keyReused("Importé", "dpdk", TEXT.replace("ana", "bob"));
        keyReused("Autre nom", "dpdk", TEXT);
        keyReused("Importé", MappingFile.shipped("dpdk") + "\n\n", TEXT);
        assertThat(imports.newest()).extracting(ImportJob::id).containsExactly(first.id());
        assertThat(kept()).containsExactly(first.file());
        assertThat(start("clé", "Importé", "dpdk", TEXT).id()).isEqualTo(first.id());
    }

    @Test
    void a_file_that_is_refused_is_not_kept_and_its_key_is_free() throws IOException {
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> start("clé", "Importé", "dpdk", "no,such\n"));
        assertThat(kept()).isEmpty();

        assertThat(start("clé", "Importé", "dpdk", TEXT).state()).isEqualTo(ImportState.WAITING);
    }

    @Test
    void a_compressed_file_that_is_damaged_or_breaks_off_is_refused_before_anything_is_stored() throws IOException {
        var rows = new StringBuilder(TEXT);
        for (int i = 0; i < 200; i++) {
            rows.append("2026-01-02,author,ana,ana,o,a,s").append(i * 7919).append('\n');
        }
        var packed = gzip(rows.toString());
        for (int i = 1; i < 10; i++) {
            var flipped = packed.clone();
            flipped[packed.length * i / 10] ^= 1;
            assertDamaged(flipped);
            assertDamaged(Arrays.copyOf(packed, packed.length * i / 10));
        }
        assertThat(imports.newest()).isEmpty();
        assertThat(kept()).isEmpty();

        assertThat(start("clé", packed).state()).isEqualTo(ImportState.WAITING);
    }

    private void assertDamaged(byte[] file) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> start("clé", file))
                .extracting(FileRefused::why)
                .isEqualTo(FileRefused.Cause.BROKEN_OFF);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void a_network_is_made_once_whatever_the_case_of_its_name_and_the_spaces_around() throws IOException {
        var first = start("clé", "Importé", "dpdk", TEXT);
        assertThatExceptionOfType(NameTaken.class)
                .isThrownBy(() -> start("autre", "  IMPORTÉ ", "dpdk", TEXT))
                .extracting(NameTaken::network)
                .isEqualTo(first.network());
        var there = NetworkId.next();
        fixture.named.put("Déjà là", there);
        assertThatExceptionOfType(NameTaken.class)
                .isThrownBy(() -> start("encore", "Déjà là", "dpdk", TEXT))
                .extracting(NameTaken::network)
                .isEqualTo(there);

        fixture.named.put("Importé", first.network());
        assertThat(start("clé", "Importé", "dpdk", TEXT).id()).isEqualTo(first.id());
        assertThat(kept()).containsExactly(first.file());
    }

    @Test
    void of_six_imports_that_make_a_network_of_one_name_at_once_one_is_taken() throws Exception {
        // All have been told that nothing is called so before any of them is stored.
        var together = new CyclicBarrier(6);
        fixture.told = () -> meet(together);
        var asked = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 6; i++) {
            var key = "clé " + i;
            asked.add(() -> isTaken(() -> start(key, "Importé", "dpdk", TEXT)));
        }

        assertThat(all(asked)).containsOnlyOnce(false).hasSize(6);
        assertThat(imports.newest()).hasSize(1);
        assertThat(kept()).containsExactly(imports.newest().getFirst().file());
    }

    @Test
    void an_import_is_not_taken_where_its_network_was_made_since_it_asked_for_the_name() throws IOException {
        var there = NetworkId.next();
        fixture.told = () -> fixture.named.put("Importé", there);
        assertThat(isTaken(() -> start("clé", "Importé", "dpdk", TEXT))).isTrue();
        assertThat(imports.newest()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_stopped_import_does_not_go_on_where_another_makes_the_network_of_its_name() throws Exception {
        var first = start("clé", "Importé", "dpdk", TEXT);
        imports.cancel(first.id());
        var second = start("autre", "Importé", "dpdk", TEXT);
        assertThat(isTaken(() -> imports.resume(first.id()))).isTrue();
        imports.cancel(second.id());
        fixture.named.put("Importé", second.network());
        assertThat(isTaken(() -> imports.resume(first.id()))).isTrue();
        assertThat(imports.newest()).extracting(ImportJob::state).containsOnly(ImportState.CANCELLED);

        imports.resume(second.id());
        assertThat(imports.find(second.id()).orElseThrow().state()).isEqualTo(ImportState.WAITING);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static boolean isTaken(Attempt attempt) throws IOException {
        try {
            attempt.run();
            return false;
        } catch (NameTaken taken) {
            assertThat(taken.name()).isEqualTo("Importé");
            return true;
        }
    }

    private void keyReused(String name, String mapping, String text) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> start("clé", name, mapping, text))
                .extracting(Refused::reason)
                .isEqualTo(Reason.KEY_REUSED);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isStored(CyclicBarrier together, String text) throws Exception {
        together.await();
        try {
            start("clé", "Importé", "dpdk", text);
            return true;
        } catch (Refused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.KEY_REUSED);
            return false;
        }
    }

    private ImportJob start(String key, String name, String mapping, String text) throws IOException {
        var called = text.contains("bob") ? "bob" : "ana";
        return start(key, name, mapping, called, text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportJob start(String key, byte[] file) throws IOException {
        return start(key, "Importé", "dpdk", "lignes.csv.gz", file);
    }

    private ImportJob start(String key, String name, String mapping, String called, byte[] file) throws IOException {
        var bytes = new ByteArrayInputStream(file);
        return imports.start(ada, key, new Imports.Into(null, name), mapping, called, bytes, null);
    }

    private List<String> kept() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static <T> List<T> all(List<Callable<T>> asked) throws InterruptedException, ExecutionException {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(asked.size())) {
            for (var answer : threads.invokeAll(asked)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
