package org.maillage.web.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Ledger.Result;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.imports.Asked.Step;
import org.maillage.web.imports.ImportJobs.GoOn;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.Line;
import org.maillage.web.imports.read.Line.Rejected;
import org.maillage.web.imports.read.Line.Row;
import org.maillage.web.imports.read.Mapping;
import org.maillage.web.imports.read.MappingFile;
import org.maillage.web.imports.read.Sources;
import org.maillage.web.imports.read.Sources.OpenFile;

/** One start of an import: from where it stands to its end, or until it is stopped. */
final class ImportRun {

    /** Lines that are decided together: at each end the last commit is waited for, and somebody may have cancelled. */
    static final int CHUNK = 2_000;

    private final Ledger ledger;
    private final Vault vault;
    private final ImportJobs jobs;
    private final JournalReads journal;
    private final Clock clock;
    private final UUID owner;
    private final ImportJob job;
    private final int chunk;
    private final Mapping mapping;
    private final ChunkPlan plan;
    private @Nullable Line ahead;
    private boolean networkIsThere;

    ImportRun(
            Ledger ledger,
            Vault vault,
            ImportJobs jobs,
            JournalReads journal,
            Clock clock,
            UUID owner,
            ImportJob job,
            int chunk) {
        this.ledger = ledger;
        this.vault = vault;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
        this.owner = owner;
        this.job = job;
        this.chunk = chunk;
        this.mapping = MappingFile.parse(job.mapping());
        boolean appoints = job.networkName() != null
                && mapping.network() != null
                && mapping.network().validatorsCoordinate();
        this.plan = new ChunkPlan(job, new RowIds(vault, job.network(), job.source()), appoints);
    }

    /**
     * Reads and decides chunk after chunk.
     *
     * @param zone zone of the network
     * @param stopping asked before each chunk: whether this process stops
     * @throws Ledger.Unavailable where the journal cannot take it now: the import goes on later from where it stands
     */
    void run(Path file, ZoneId zone, BooleanSupplier stopping) throws IOException {
        if (job.cancelled()) {
            end(ImportState.CANCELLED, null);
            return;
        }
        try (var source = Sources.open(file, mapping, vault::match, zone)) {
            skipWhatIsDone(source);
            while (ahead != null) {
                if (stopping.getAsBoolean()) {
                    jobs.release(job.id(), owner);
                    return;
                }
                switch (chunk(source, zone)) {
                    case YES -> {}
                    case LOST -> {
                        return;
                    }
                    case CANCELLED -> {
                        end(ImportState.CANCELLED, null);
                        return;
                    }
                }
            }
        } catch (FileRefused refused) {
            end(ImportState.FAILED, refused.getMessage());
            return;
        } catch (Refused refused) {
            // Rows are refused one by one; this is the network that they were to go to.
            end(ImportState.FAILED, refused.reason().code());
            return;
        }
        end(ImportState.DONE, null);
    }

    private void end(ImportState state, @Nullable String failure) {
        jobs.end(job.id(), owner, state, failure, journal.brought(job.id(), job.fromPosition()));
    }

    /** A file without a single row makes none. */
    private void makeNetwork(ZoneId zone) {
        if (job.networkName() == null || networkIsThere) {
            return;
        }
        networkIsThere = true;
        var create = NewNetworks.create(job, mapping, zone);
        var commandId = RowIds.command(job.id(), 0, 0, job.network().value());
        var actor = Actor.batch(job.id());
        ledger.execute(create, new Origin(commandId, plan.scope(), "network", actor, null, job.askedAt()));
    }

    private void skipWhatIsDone(OpenFile source) throws IOException {
        do {
            ahead = source.next();
        } while (ahead != null && ahead.number() <= job.line());
    }

    private GoOn chunk(OpenFile source, ZoneId zone) throws IOException {
        var started = Instant.now(clock);
        var tally = new Tally();
        var rows = new ArrayList<Row>(chunk);
        long line = read(source, rows, tally);
        if (!rows.isEmpty()) {
            makeNetwork(zone);
            decide(rows, tally);
        }
        return jobs.progress(
                job.id(), owner, line, source.consumed(), Duration.between(started, Instant.now(clock)), tally);
    }

    /** Lines that stand at one number stay in one chunk, since an import goes on by numbers. Returns the last one. */
    private long read(OpenFile source, List<Row> rows, Tally tally) throws IOException {
        long line = 0;
        while (ahead != null && (tally.lines < chunk || ahead.number() == line)) {
            tally.lines++;
            line = ahead.number();
            switch (ahead) {
                case Row row -> rows.add(row);
                case Rejected rejected -> tally.unreadable(rejected);
            }
            ahead = source.next();
        }
        return line;
    }

    private void decide(List<Row> rows, Tally tally) {
        var keys = new ArrayList<String>(2 * rows.size());
        for (var row : rows) {
            keys.add(ChunkPlan.key(Step.SUBMIT, row.key()));
            keys.add(ChunkPlan.key(Step.VALIDATE, row.key()));
        }
        var answered = journal.answered(plan.scope(), keys);
        for (var row : rows) {
            tallyAnswered(row, answered, tally);
        }
        var asked = plan.plan(rows, answered, clock.instant());
        prepareKeys(asked);
        var results = ledger.executeAll(asked.stream().map(Asked::request).toList());
        for (int i = 0; i < results.size(); i++) {
            tally.result(asked.get(i), results.get(i));
            if (asked.get(i).step() == Step.VALIDATE && results.get(i) instanceof Result.Done) {
                countPair(asked.get(i).row(), tally);
            }
        }
    }

    private void tallyAnswered(Row row, Map<String, UUID> answered, Tally tally) {
        var submitted = answered.get(ChunkPlan.key(Step.SUBMIT, row.key()));
        if (submitted != null) {
            tally.answered(row, plan.isOwn(Step.SUBMIT, row, submitted));
        }
        var validated = answered.get(ChunkPlan.key(Step.VALIDATE, row.key()));
        if (validated != null && plan.isOwn(Step.VALIDATE, row, validated)) {
            tally.validated++;
            countPair(row, tally);
        }
    }

    private void countPair(Row row, Tally tally) {
        if (row.validator() != null) {
            tally.pair(plan.member(row.validator()), plan.member(row.contributor()));
        }
    }

    private void prepareKeys(List<Asked> asked) {
        var members = new LinkedHashSet<MemberId>();
        for (var one : asked) {
            if (one.step() == Step.ENTER && one.member() != null) {
                members.add(one.member());
            }
        }
        if (!members.isEmpty()) {
            vault.prepare(members);
        }
    }
}
