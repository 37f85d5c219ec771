package org.maillage.web.imports;

import static org.maillage.ledger.Refused.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.imports.read.CsvRows;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.Mapping;
import org.maillage.web.imports.read.MappingFile;
import org.maillage.web.imports.read.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an administrator does with imports: start, follow, stop, have go on, and take back what was refused. */
@Component
public final class Imports {

    private static final int SHOWN = 50;
    private static final int LONGEST_NAME = 80;

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final ImportRunner runner;
    private final NetworkZones zones;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(
            ImportJobs jobs,
            ImportFiles files,
            ImportRunner runner,
            NetworkZones zones,
            Vault vault,
            JdbcClient jdbc,
            Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.runner = runner;
        this.zones = zones;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where an import goes.
     *
     * @param network the network; null to make one
     * @param name name of the network to make, 1 to 80 characters; null where there is one
     */
    public record Into(
            @Nullable NetworkId network, @Nullable String name) {

        public Into {
            if ((network == null) == (name == null)) {
                throw new Refused(Reason.UNKNOWN_NETWORK);
            }
            if (name != null) {
                name = Texts.required(name, LONGEST_NAME);
                // A name is one line.
                when(name.chars().anyMatch(Character::isISOControl), Reason.TEXT_UNREADABLE);
            }
        }
    }

    /**
     * Keeps a file and has it imported.
     *
     * @param key the same for the same request, so that one that is sent twice is one; null for none
     * @param mapping JSON of the mapping, or the name of a shipped one
     * @param letter whom to write to at its end; null for nobody
     * @throws Refused where there is no such network, or the key was used for another file, mapping or network
     * @throws NameTaken where the name of the network to make is that of one that is there, or is being made
     * @throws FileRefused where the file or the mapping is not one that can be read at all
     */
    ImportJob start(
            PersonId by,
            @Nullable String key,
            Into into,
            String mapping,
            String fileName,
            InputStream bytes,
            EndLetter.@Nullable To letter)
            throws IOException {
        var id = key == null ? ImportId.next() : new ImportId(uuid("import", by.value(), key));
        var json = MappingFile.SHIPPED.contains(mapping) ? MappingFile.shipped(mapping) : mapping;
        var parsed = MappingFile.parse(json);
        if (into.name() != null && parsed.network() == null) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "network");
        }
        var network = into.network() == null ? new NetworkId(uuid("network", id.value(), "")) : into.network();
        if (into.name() != null) {
            jobs.guardName(network, into.name());
        }
        when(into.network() != null && zones.find(into.network()).isEmpty(), Reason.UNKNOWN_NETWORK);
        var kept = files.keep(id, bytes);
        var job = new ImportJob(
                id,
                network,
                into.name(),
                by,
                clock.instant(),
                parsed.source(),
                json,
                kept.name(),
                shortened(fileName),
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
                NONE);
        var zone = into.name() != null ? NetworkZones.USUAL : zones.of(network);
        try {
            Sources.check(files.path(job));
            try (var source = Sources.open(files.path(job), parsed, vault::match, zone)) {
                source.next();
            }
        } catch (IOException | RuntimeException refused) {
            files.delete(job);
            throw refused;
        }
        if (letter != null) {
            files.keepLetter(job, letter);
        }
        return store(job, kept);
    }

    /** Stores an import, or finds the one that the same request made before. */
    private ImportJob store(ImportJob job, ImportFiles.Kept kept) {
        var asked = String.join(
                "\0", kept.sha256(), job.network().toString(), job.mapping(), String.valueOf(job.networkName()));
        var request = HexFormat.of().formatHex(vault.hmac(asked.getBytes(StandardCharsets.UTF_8)));
        try {
            // Where this fails nobody knows whether it is stored: the runner deletes the file later if it is not.
            if (jobs.create(job, request, files.folderId())) {
                runner.wake();
                return job;
            }
        } catch (NameTaken taken) {
            forget(job);
            throw taken;
        }
        forget(job);
        when(!jobs.answers(job.id(), request), Reason.KEY_REUSED);
        return jobs.find(job.id()).orElseThrow();
    }

    private void forget(ImportJob job) {
        files.delete(job);
        files.takeLetter(job);
    }

    private UUID uuid(String what, UUID of, String key) {
        var hash = ByteBuffer.wrap(vault.hmac((what + "\0" + of + "\0" + key).getBytes(StandardCharsets.UTF_8)));
        return RowIds.uuid(hash.getLong(), hash.getLong());
    }

    private static final ImportJob.Figures NONE =
            new ImportJob.Figures(0, 0, 0, 0, 0, 0, Mailles.ZERO, 0, 0, Duration.ZERO);

    private static String shortened(String fileName) {
        var name = shown(fileName);
        return name.isBlank() ? "?" : name;
    }

    /** The first 200 characters of a text, without those that nobody sees. */
    static String shown(String text) {
        return text.codePoints()
                .filter(Imports::seen)
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Neither a control, nor half a character, nor what changes the direction in which others are read. */
    private static boolean seen(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    public Optional<ImportJob> find(ImportId id) {
        return jobs.find(id);
    }

    /** The newest imports. */
    public List<ImportJob> newest() {
        return jobs.newest(SHOWN);
    }

    /** Stops an import that has not ended; what it brought stays. Does nothing to one that has. */
    public void cancel(ImportId id) {
        boolean open = jobs.find(id).filter(job -> !job.state().ended()).isPresent();
        jobs.cancel(id);
        // One that waited has ended by this; whoever stopped it knows. Its file is kept, so that it may go on.
        jobs.find(id).filter(job -> open && job.state().ended()).ifPresent(files::takeLetter);
    }

    /**
     * Has an import that was stopped go on where it stood, as the same import; does nothing to one that has not ended.
     *
     * @throws NotResumed where it came to its end by itself, or its file is kept no more
     * @throws NameTaken where the name of the network to make has become that of another
     */
    public void resume(ImportId id) {
        var job = jobs.find(id).orElseThrow(UnknownImport::new);
        switch (job.state()) {
            case WAITING, RUNNING -> {}
            case DONE, FAILED -> throw new NotResumed(NotResumed.Why.NOT_STOPPED);
            case CANCELLED -> {
                if (!mayResume(job)) {
                    throw new NotResumed(NotResumed.Why.FILE_GONE);
                }
                jobs.resume(job);
                runner.wake();
            }
        }
    }

    /** Whether an import was stopped and its file is still kept, here or in the folder of another machine. */
    boolean mayResume(ImportJob job) {
        var ended = job.endedAt();
        return job.state() == ImportState.CANCELLED
                && ended != null
                && ended.isAfter(clock.instant().minus(ImportFiles.KEPT))
                && (files.has(job) || !jobs.keptIn(job.id(), files.folderId()));
    }

    /** Whether whoever started it will be written to at its end. */
    boolean willWrite(ImportJob job) {
        return files.hasLetter(job);
    }

    /** How many lines were refused for each reason, most first; those that had been brought before are none of them. */
    public Map<String, Long> refused(ImportId id, Refusal.What what) {
        var counts = Chunks.byReason(jdbc, id, what);
        counts.remove(Refusal.KNOWN);
        return counts;
    }

    /**
     * Writes refused lines as CSV, with the rows themselves while the file is kept.
     *
     * @param message what happened, in the reader's language
     */
    void writeRefused(ImportJob job, OutputStream out, Function<Refusal, String> message) throws IOException {
        var mapping = MappingFile.parse(job.mapping());
        var separator = mapping.csv() == null
                ? Mapping.Csv.USUAL.separator()
                : mapping.csv().separator();
        try (var rows = rows(job, mapping);
                var csv = new RefusedCsv(out, separator.charAt(0), rows, message)) {
            Chunks.each(jdbc, job.id(), refusal -> {
                if (!refusal.reason().equals(Refusal.KNOWN)) {
                    csv.write(refusal);
                }
            });
        }
    }

    private @Nullable CsvRows rows(ImportJob job, Mapping mapping) throws IOException {
        if (mapping.format() != Mapping.Format.CSV) {
            return null;
        }
        try {
            return CsvRows.open(files.path(job), mapping);
        } catch (NoSuchFileException gone) {
            return null;
        }
    }
}
