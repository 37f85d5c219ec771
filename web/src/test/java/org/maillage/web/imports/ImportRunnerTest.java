package org.maillage.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.imports.read.MappingFile;
import org.maillage.web.testing.Patience;

/** The thread that runs imports outlives each of them. */
class ImportRunnerTest {

    private static final String TEXT = """
        when,role,person,for_person,org,area,ref
        2026-01-02,author,ana,ana,o,a,r1
        """;

    private ImportFixture imports;
    private @Nullable ImportRunner runner;

    @BeforeEach
    void open(@TempDir Path data) {
        imports = new ImportFixture(data);
    }

    @AfterEach
    void close() {
        if (runner != null) {
            runner.stop();
        }
        imports.close();
    }

    @Test
    void at_the_start_a_file_without_import_goes_and_those_of_open_imports_stay() throws IOException {
        var left = imports.files.keep(ImportId.next(), new ByteArrayInputStream(new byte[] {1}));
        var young = imports.files.keep(ImportId.next(), new ByteArrayInputStream(new byte[] {2}));
        var waiting = waiting();
        var held = waiting();
        assertThat(imports.jobs.claim(held.id(), Id.nextUuid(), 0)).isTrue();
        var folder = imports.files.path(held).resolveSibling(".").normalize();
        for (var name : List.of(left.name(), held.file(), waiting.file())) {
            Files.setLastModifiedTime(
                    folder.resolve(name), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        runner = imports.runner(ledger -> ledger);
        runner.start();
        Patience.await().until(() -> Files.notExists(folder.resolve(left.name())));

        assertThat(ended(waiting).state()).isEqualTo(ImportState.DONE);
        assertThat(folder.resolve(young.name())).exists();
        assertThat(imports.keepsFile(held)).isTrue();
    }

    @Test
    void an_import_whose_file_is_gone_fails_and_makes_nothing() throws IOException {
        var job = waiting();
        Files.delete(imports.files.path(job));
        start(ledger -> ledger);
        var ended = ended(job);

        assertThat(ended.state()).isEqualTo(ImportState.FAILED);
        assertThat(ended.failure()).isEqualTo("file-gone");
        assertThat(imports.events()).isEmpty();
    }

    @Test
    void an_import_whose_file_another_folder_keeps_is_left_to_it_until_somebody_stops_it() throws IOException {
        var foreign = waiting();
        imports.jdbc
                .sql("update web.import_job set kept_in = ?, state = 'RUNNING'")
                .param(Id.nextUuid())
                .update();
        Files.delete(imports.files.path(foreign));
        var own = waiting();
        start(ledger -> ledger);

        assertThat(ended(own).state()).isEqualTo(ImportState.DONE);
        assertThat(imports.jobs.find(foreign.id()).orElseThrow().state()).isEqualTo(ImportState.RUNNING);
        imports.jobs.cancel(foreign.id());
        assertThat(ended(foreign).state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void an_import_whose_process_died_is_gone_on_with_by_any_that_shares_its_folder() throws IOException {
        var left = waiting();
        assertThat(imports.jobs.claim(left.id(), Id.nextUuid(), 0)).isTrue();
        var shared = new ImportFiles(imports.files.path(left).getParent());
        start(ledger -> ledger);
        assertThat(ended(waiting()).state()).isEqualTo(ImportState.DONE);
        assertThat(imports.jobs.find(left.id()).orElseThrow().state()).isEqualTo(ImportState.RUNNING);

        imports.jdbc
                .sql("update web.import_job set leased_until = now() - interval '1 second' where id = ?")
                .param(left.id().value())
                .update();
        assertThat(ended(left).state()).isEqualTo(ImportState.DONE);
        assertThat(ended(left).figures().claims()).isOne();
        assertThat(shared.folderId()).isEqualTo(imports.files.folderId());
    }

    @Test
    void an_import_that_throws_fails_and_the_next_one_runs() {
        var throwing = waiting();
        var next = waiting();
        start(ledger -> new ThrowsOnce(ledger));

        assertThat(ended(throwing).state()).isEqualTo(ImportState.FAILED);
        assertThat(ended(throwing).failure()).isEqualTo("internal");
        assertThat(ended(next).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void a_file_that_cannot_be_deleted_ends_no_more_than_its_own_import() throws IOException {
        var stubborn = waiting();
        var next = waiting();
        var file = imports.files.path(stubborn);
        Files.delete(file);
        Files.createDirectory(file);
        Files.writeString(file.resolve("inside"), "x");
        start(ledger -> ledger);

        assertThat(ended(stubborn).state()).isEqualTo(ImportState.FAILED);
        assertThat(ended(next).state()).isEqualTo(ImportState.DONE);
        var later = waiting();
        assertThat(ended(later).state()).isEqualTo(ImportState.DONE);
        Files.delete(file.resolve("inside"));
    }

    @Test
    void an_import_that_was_stopped_keeps_its_file_until_it_has_gone_on_to_its_end() {
        var job = waiting();
        var asked = imports.imports();
        asked.cancel(job.id());
        assertThat(imports.jobs.find(job.id()).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
        assertThat(imports.keepsFile(job)).isTrue();
        start(ledger -> ledger);
        asked.resume(job.id());

        assertThat(ended(job).state()).isEqualTo(ImportState.DONE);
        assertThat(ended(job).figures().claims()).isOne();
        Patience.await().until(() -> !imports.keepsFile(job));
        assertThatExceptionOfType(NotResumed.class)
                .isThrownBy(() -> asked.resume(job.id()))
                .extracting(NotResumed::why)
                .isEqualTo(NotResumed.Why.NOT_STOPPED);
    }

    @Test
    void an_import_that_was_stopped_and_whose_file_is_gone_stays_stopped() throws IOException {
        var job = waiting();
        var asked = imports.imports();
        asked.cancel(job.id());
        Files.delete(imports.files.path(job));

        assertThatExceptionOfType(NotResumed.class)
                .isThrownBy(() -> asked.resume(job.id()))
                .extracting(NotResumed::why)
                .isEqualTo(NotResumed.Why.FILE_GONE);
        assertThat(imports.jobs.find(job.id()).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
    }

    private ImportJob waiting() {
        var network = NetworkId.next();
        return imports.into(network, "Importé " + network, MappingFile.shipped("dpdk"), TEXT);
    }

    private void start(UnaryOperator<Ledger> through) {
        runner = imports.runner(through);
        runner.start();
    }

    private ImportJob ended(ImportJob job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> imports.jobs.find(job.id()).orElseThrow(),
                        found -> found.state().ended());
    }

    /** Fails the first time it is asked for anything. */
    private static final class ThrowsOnce implements Ledger {

        private final Ledger ledger;
        private boolean thrown;

        ThrowsOnce(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Outcome execute(LedgerCommand command, Origin origin) {
            if (!thrown) {
                thrown = true;
                throw new IllegalStateException("the first import fails");
            }
            return ledger.execute(command, origin);
        }

        @Override
        public List<Result> executeAll(List<Request> requests) {
            return ledger.executeAll(requests);
        }
    }
}
