package org.maillage.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.ImportId;
import org.maillage.web.signin.EmailAddress;

/**
 * The files of imports, and where to write at their end; nothing else keeps what stands in them in the clear. A file goes
 * when its import ends, or {@link #KEPT} later where lines of it were refused or somebody stopped it.
 */
final class ImportFiles {

    /** How long the rows that were refused can be taken back after the end, and one that was stopped gone on with. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final String LETTER = ".letter";

    private final Path folder;

    /** @param folder made for its owner alone where it is missing */
    ImportFiles(Path folder) {
        this.folder = folder;
    }

    /** Keeps a file under a name of its own, whatever it was called, however often the same import is asked for. */
    Kept keep(ImportId id, InputStream bytes) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        var file = Files.createTempFile(folder, id + ".", ".import");
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            long size = bytes.transferTo(out);
            return new Kept(file.getFileName().toString(), size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException brokenOff) {
            Files.deleteIfExists(file);
            throw brokenOff;
        }
    }

    /**
     * A kept file.
     *
     * @param bytes its size
     * @param sha256 SHA-256 of what stands in it, in hexadecimal
     */
    record Kept(String name, long bytes, String sha256) {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** What tells this folder from that of another machine; written beside it, where emptying it leaves it. */
    UUID folderId() {
        var mark = folder.resolveSibling(folder.getFileName() + ".id");
        try {
            if (!Files.exists(mark)) {
                Files.createDirectories(folder);
                var written = Files.createTempFile(folder.getParent(), "imports", ".id");
                Files.writeString(written, Id.nextUuid().toString());
                Files.move(written, mark, StandardCopyOption.ATOMIC_MOVE);
            }
            return UUID.fromString(Files.readString(mark));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the file of an import is there. */
    boolean has(ImportJob job) {
        return Files.exists(path(job));
    }

    /**
     * Deletes files that no import needs: of a process that ended between keeping one and noting its import, or between
     * the end of the import and the end of its file.
     *
     * @param before files that are younger may be those of an import that is being noted now
     * @param needed names of files; asked once the old ones are known, so that it knows their imports
     */
    void deleteLeft(Instant before, Supplier<Set<String>> needed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*.{import,letter}")) {
            var old = new ArrayList<Path>();
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    old.add(file);
                }
            }
            var kept = old.isEmpty() ? Set.<String>of() : needed.get();
            for (var file : old) {
                var name = file.getFileName().toString();
                if (!kept.contains(name.endsWith(LETTER) ? name.substring(0, name.length() - LETTER.length()) : name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    Path path(ImportJob job) {
        return folder.resolve(job.file());
    }

    void delete(ImportJob job) {
        delete(path(job));
    }

    /** Keeps until the end of an import where to write then. */
    void keepLetter(ImportJob job, EndLetter.To to) throws IOException {
        Files.writeString(
                letter(job), to.locale().toLanguageTag() + "\n" + to.address().value());
    }

    /** Whether somebody will be written to. */
    boolean hasLetter(ImportJob job) {
        return Files.exists(letter(job));
    }

    /** Where to write at the end, which is forgotten by this; empty where nobody asked for it. */
    Optional<EndLetter.To> takeLetter(ImportJob job) {
        var kept = letter(job);
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

    private Path letter(ImportJob job) {
        return folder.resolve(job.file() + LETTER);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
