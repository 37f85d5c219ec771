package org.maillage.web.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.PostgresSnapshots;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.vault.TestVault;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.imports.read.MappingFile;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Imports over the real ledger and a real PostgreSQL, without the pages around them. */
final class ImportFixture implements AutoCloseable {

    static final int CHUNK = 50;

    final PGSimpleDataSource database = TestDatabase.withJournal();
    final JdbcClient jdbc = JdbcClient.create(database);
    final Vault vault = TestVault.empty();
    final PostgresJournal journal = new PostgresJournal(database, Clock.systemUTC());
    final ImportJobs jobs = new ImportJobs(jdbc, new JdbcTransactionManager(database), this::named, Clock.systemUTC());
    final ImportFiles files;
    /** Networks that are there, by name. */
    final Map<String, NetworkId> named = new HashMap<>();

    /** What happens once somebody has been told whether a name is free, before their import is stored. */
    Runnable told = () -> {};

    private LedgerCore ledger = newLedger();

    ImportFixture(Path folder) {
        this.files = new ImportFiles(folder.resolve("imports"));
        Flyway.configure()
                .dataSource(database)
                .schemas("web")
                .locations("classpath:db/web")
                .table("migrations")
                .load()
                .migrate();
    }

    private LedgerCore newLedger() {
        return LedgerCore.start(journal, new PostgresSnapshots(database), vault);
    }

    /** As after a restart: nothing is remembered. */
    void restart() {
        ledger.close();
        ledger = newLedger();
    }

    /** The thread that runs imports, through a ledger that may fail. */
    ImportRunner runner(UnaryOperator<Ledger> through) {
        var beans = new StaticListableBeanFactory(Map.of("ledger", through.apply(ledger)));
        return new ImportRunner(
                beans.getBeanProvider(Ledger.class),
                vault,
                jobs,
                new JournalReads(jdbc),
                files,
                _ -> Optional.of(NetworkZones.USUAL),
                files::takeLetter,
                Clock.systemUTC());
    }

    /** What administrators use, with nobody who runs what they start. */
    Imports imports() {
        return new Imports(
                jobs,
                files,
                runner(same -> same),
                _ -> Optional.of(NetworkZones.USUAL),
                vault,
                jdbc,
                Clock.systemUTC());
    }

    private Optional<NetworkId> named(String name) {
        var network = Optional.ofNullable(named.get(name));
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            told.run();
        }
        return network;
    }

    /** An import of a text into a network that it makes. */
    ImportJob into(NetworkId network, @Nullable String name, String mapping, String text) {
        return into(network, name, mapping, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An import of bytes into a network that it makes. */
    ImportJob into(NetworkId network, @Nullable String name, String mapping, byte[] text) {
        var id = ImportId.next();
        try {
            var kept = files.keep(id, new java.io.ByteArrayInputStream(text));
            var figures = new ImportJob.Figures(0, 0, 0, 0, 0, 0, Mailles.ZERO, 0, 0, Duration.ZERO);
            var job = new ImportJob(
                    id,
                    network,
                    name,
                    PersonId.next(),
                    Instant.now(),
                    MappingFile.parse(mapping).source(),
                    mapping,
                    kept.name(),
                    "file.csv",
                    kept.bytes(),
                    ImportState.WAITING,
                    null,
                    false,
                    false,
                    null,
                    null,
                    0,
                    0,
                    0,
                    figures);
            jobs.create(job, kept.sha256(), files.folderId());
            return job;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs an import to where it ends. */
    ImportJob run(ImportJob job) {
        return run(job, ledger -> ledger);
    }

    /** Runs an import through a ledger that may fail; what it throws is thrown on, and the lease is given back. */
    ImportJob run(ImportJob job, UnaryOperator<Ledger> through) {
        UUID owner = Id.nextUuid();
        var reads = new JournalReads(jdbc);
        if (!jobs.claim(job.id(), owner, reads.position())) {
            throw new IllegalStateException("somebody else holds it");
        }
        var claimed = jobs.find(job.id()).orElseThrow();
        try {
            new ImportRun(through.apply(ledger), vault, jobs, reads, Clock.systemUTC(), owner, claimed, CHUNK)
                    .run(files.path(claimed), NetworkZones.USUAL, () -> false);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            jobs.release(job.id(), owner);
        }
        return jobs.find(job.id()).orElseThrow();
    }

    Map<String, Long> refused(ImportJob job) {
        return Chunks.byReason(jdbc, job.id(), Refusal.What.ROW);
    }

    Map<String, Long> unvalidated(ImportJob job) {
        return Chunks.byReason(jdbc, job.id(), Refusal.What.VALIDATION);
    }

    /** How many events of each name the journal holds. */
    List<String> events() {
        return jdbc.sql("select name || ' ' || count(*) from journal.event group by name order by name")
                .query(String.class)
                .list();
    }

    /** Sum of the balances that the newest event of each account states, in hundredths. */
    long balances() {
        return jdbc.sql("""
            select coalesce(sum(available), 0) from (
                select distinct on (stream)
                    (convert_from(payload, 'UTF8')::jsonb -> 'after' ->> 'available')::bigint as available
                from journal.event where stream like 'account-%' order by stream, version desc) newest
            """).query(Long.class).single();
    }

    boolean keepsFile(ImportJob job) {
        return Files.exists(files.path(job));
    }

    @Override
    public void close() {
        ledger.close();
        journal.close();
    }
}
