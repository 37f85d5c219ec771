package org.maillage.web.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Runs imports, one at a time in each process, from the program's start to its stop; goes on with those that a process left. */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long LOOK_EVERY_SECONDS = 3;
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
    /** Long after the few seconds between keeping a file and storing its import. */
    private static final Duration UNNAMED = Duration.ofMinutes(10);

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
    private Instant nextSweep = Instant.EPOCH;
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
                deleteLeft();
            } catch (DataAccessException unreachable) {
                LOG.warn(
                        "imports wait: the database does not answer ({})",
                        unreachable.getClass().getSimpleName());
            } catch (RuntimeException failure) {
                LOG.error("imports are looked for again in a moment", failure);
            }
            try {
                // Woken for each import, or looks by itself for those that another process left.
                if (asked.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    asked.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deleteLeft() {
        var now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP_EVERY);
        files.deleteLeft(now.minus(UNNAMED), () -> jobs.files(now.minus(ImportFiles.KEPT)));
    }

    /** Runs every import that nobody runs and whose file is on this machine; one that fails keeps no other back. */
    void runOpen() {
        for (var job : jobs.open()) {
            try {
                if (running && isHere(job) && jobs.claim(job.id(), owner, journal.position())) {
                    jobs.find(job.id()).ifPresent(this::run);
                }
            } catch (DataAccessException unreachable) {
                throw unreachable;
            } catch (RuntimeException failure) {
                LOG.error("import {} is left as it is", job.id(), failure);
            }
        }
    }

    /** Whether the file is, or was, on this machine; to stop an import takes no file. */
    private boolean isHere(ImportJob job) {
        return job.cancelled() || files.has(job) || jobs.keptIn(job.id(), files.folderId());
    }

    private void run(ImportJob job) {
        LOG.info("import {} starts after line {}", job.id(), job.line());
        try {
            if (!job.cancelled() && !files.has(job)) {
                LOG.error("import {} failed: its file is gone", job.id());
                fail(job, "file-gone");
                return;
            }
            new ImportRun(ledger.getObject(), vault, jobs, journal, clock, owner, job, ImportRun.CHUNK)
                    .run(files.path(job), zone(job), () -> !running);
        } catch (DataIntegrityViolationException never) {
            // The database answers, and would answer the same again.
            LOG.error("import {} failed", job.id(), never);
            fail(job, "internal");
        } catch (Ledger.Unavailable | DataAccessException later) {
            LOG.warn("import {} waits: {}", job.id(), later.getMessage());
            jobs.release(job.id(), owner);
        } catch (IOException | RuntimeException failure) {
            LOG.error("import {} failed", job.id(), failure);
            fail(job, "internal");
        }
        jobs.find(job.id()).filter(j -> j.state().ended()).ifPresent(ended -> {
            // One that was stopped may be gone on with as long as its file is kept.
            if (ended.state() != ImportState.CANCELLED && !jobs.refusedAny(job.id())) {
                files.delete(ended);
            }
            letter.send(ended);
            LOG.info("import {} is {}: {}", ended.id(), ended.state(), ended.figures());
        });
    }

    private void fail(ImportJob job, String why) {
        jobs.end(job.id(), owner, ImportState.FAILED, why, journal.brought(job.id(), job.fromPosition()));
    }

    private ZoneId zone(ImportJob job) {
        return job.networkName() != null ? NetworkZones.USUAL : zones.of(job.network());
    }
}
