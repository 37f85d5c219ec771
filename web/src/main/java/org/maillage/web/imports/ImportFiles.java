package org.maillage.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.maillage.ledger.value.ImportId;

/** The files of imports that have not ended; nothing else keeps what stands in them in the clear. */
final class ImportFiles {

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
        var name = id + ".import";
        return new Kept(name, Files.copy(bytes, folder.resolve(name)));
    }

    /** A kept file. */
    record Kept(String name, long bytes) {}

    Path path(ImportJob job) {
        return folder.resolve(job.file());
    }

    void delete(ImportJob job) {
        try {
            Files.deleteIfExists(path(job));
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
