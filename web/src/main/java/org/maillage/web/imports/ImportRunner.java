package org.maillage.web.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Runs imports, one at a time in each process, from the program's start to its stop; goes on with those that a process left. */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long LOOK_EVERY_SECONDS = 3;

    private final ObjectProvider<Ledger> ledger;
    private final Vault vault;
    private final ImportJobs jobs;
    private final JournalReads journal;
    private final ImportFiles files;
    private final NetworkZones zones;
    private final EndLetter letter;
    private final Clock clock;
    private final UUID owner = Id.nextUuid();
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    ImportRunner(
            ObjectProvider<Ledger> ledger,
            Vault vault,
            ImportJobs jobs,
            JournalReads journal,
            ImportFiles files,
            NetworkZones zones,
            EndLetter letter,
            Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.jobs = jobs;
        this.journal = journal;
        this.files = files;
        this.zones = zones;
        this.letter = letter;
        this.clock = clock;
    }

    /** Looks for imports now rather than in a moment. */
    void wake() {
        asked.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("imports").start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        try {
            if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(15));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                runOpen();
                files.deleteOld(clock.instant(), jobs::find);
                // Woken for each import, or looks by itself for those that another process left.
                if (asked.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    asked.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (UncheckedIOException unreadable) {
                LOG.warn("the folder of imports cannot be tidied", unreadable);
            } catch (DataAccessException unreachable) {
                LOG.warn(
                        "imports wait: the database does not answer ({})",
                        unreachable.getClass().getSimpleName());
            }
        }
    }

    /** Runs every import that nobody runs and whose file is on this machine. */
    void runOpen() {
        for (var job : jobs.open()) {
            if (running && Files.exists(files.path(job)) && jobs.claim(job.id(), owner, journal.position())) {
                jobs.find(job.id()).ifPresent(this::run);
            }
        }
    }

    private void run(ImportJob job) {
        LOG.info("import {} starts after line {}", job.id(), job.line());
        try {
            new ImportRun(ledger.getObject(), vault, jobs, journal, clock, owner, job, ImportRun.CHUNK)
                    .run(files.path(job), zone(job), () -> !running);
        } catch (Ledger.Unavailable | DataAccessException later) {
            LOG.warn("import {} waits: {}", job.id(), later.getMessage());
            jobs.release(job.id(), owner);
        } catch (IOException | RuntimeException failure) {
            LOG.error("import {} failed", job.id(), failure);
            jobs.end(job.id(), owner, ImportState.FAILED, "internal", journal.brought(job.id(), job.fromPosition()));
        }
        jobs.find(job.id()).filter(j -> j.state().ended()).ifPresent(ended -> {
            if (!jobs.refusedAny(job.id())) {
                files.delete(ended);
            }
            letter.send(ended);
            LOG.info("import {} is {}: {}", ended.id(), ended.state(), ended.figures());
        });
    }

    private ZoneId zone(ImportJob job) {
        return job.networkName() != null ? NetworkZones.USUAL : zones.of(job.network());
    }
}
