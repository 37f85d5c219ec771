package org.maillage.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.maillage.ledger.value.ImportId;
import org.maillage.web.signin.EmailAddress;

/**
 * The files of imports, and where to write at their end; nothing else keeps what stands in them in the clear. A file goes
 * when its import ends, or {@link #KEPT} later where lines of it were refused.
 */
final class ImportFiles {

    /** How long the rows that were refused can be taken back after the end. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final String FILE = ".import";
    private static final String LETTER = ".letter";

    private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}\\.(import|letter)");

    private final Path folder;

    /** @param folder made for its owner alone where it is missing */
    ImportFiles(Path folder) {
        this.folder = folder;
    }

    /** Keeps a file under a name of its own, whatever it was called. @return the name and its size */
    Kept keep(ImportId id, InputStream bytes) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        var name = id + FILE;
        return new Kept(name, Files.copy(bytes, folder.resolve(name)));
    }

    /** A kept file. */
    record Kept(String name, long bytes) {}

    Path path(ImportJob job) {
        return folder.resolve(job.file());
    }

    void delete(ImportJob job) {
        delete(path(job));
    }

    /** Keeps until the end of an import where to write then. */
    void keepLetter(ImportId id, EndLetter.To to) throws IOException {
        Files.writeString(
                folder.resolve(id + LETTER),
                to.locale().toLanguageTag() + "\n" + to.address().value());
    }

    /** Whether somebody will be written to. */
    boolean hasLetter(ImportId id) {
        return Files.exists(folder.resolve(id + LETTER));
    }

    /** Where to write at the end, which is forgotten by this; empty where nobody asked for it. */
    Optional<EndLetter.To> takeLetter(ImportId id) {
        var kept = folder.resolve(id + LETTER);
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(kept);
            delete(kept);
            return EmailAddress.read(lines.getLast())
                    .map(address -> new EndLetter.To(address, Locale.forLanguageTag(lines.getFirst())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Deletes what is older than it may be, by when its import ended; what is of no import, by when it came. */
    void deleteOld(Instant now, Function<ImportId, Optional<ImportJob>> jobs) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.list(folder)) {
            for (var file : (Iterable<Path>) all::iterator) {
                if (OURS.matcher(file.getFileName().toString()).matches()
                        && keptSince(file, now, jobs).plus(KEPT).isBefore(now)) {
                    delete(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Instant keptSince(Path file, Instant now, Function<ImportId, Optional<ImportJob>> jobs)
            throws IOException {
        var name = file.getFileName().toString();
        var job = jobs.apply(ImportId.of(name.substring(0, name.indexOf('.'))));
        if (job.isEmpty()) {
            return Files.getLastModifiedTime(file).toInstant();
        }
        return Objects.requireNonNullElse(job.get().endedAt(), now);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
