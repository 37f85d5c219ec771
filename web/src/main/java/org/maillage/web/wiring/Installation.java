package org.maillage.web.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation is told from outside.
 *
 * @param data folder of everything that it keeps on disk (MAILLAGE_DATA)
 * @param databaseUrl an external PostgreSQL, as a JDBC or a postgresql address (MAILLAGE_DATABASE_URL); empty to start
 *     one
 * @param masterKey base64 of 32 bytes (MAILLAGE_MASTER_KEY); empty to keep one in the data folder
 * @param url public address of the pages, for links in mails (MAILLAGE_URL); empty for that of the port
 * @param administrator e-mail of the first administrator (MAILLAGE_ADMINISTRATOR); empty for none
 * @param mailFrom who letters are from (MAILLAGE_MAIL_FROM)
 * @param contact whom people may write to about this site, shown on its pages (MAILLAGE_CONTACT); empty for nobody
 * @param demonstrate whether a demonstration makes its network (MAILLAGE_DEMONSTRATION)
 * @param connections most connections to the database
 * @param uploads folder of uploaded imports, on storage that the web processes share (MAILLAGE_UPLOADS); empty for the
 *     data folder
 */
@ConfigurationProperties("maillage")
public record Installation(
        Path data,
        String databaseUrl,
        String masterKey,
        String url,
        String administrator,
        String mailFrom,
        String contact,
        boolean demonstrate,
        int connections,
        String uploads) {

    /** Whether the PostgreSQL is one that somebody else runs. */
    public boolean external() {
        return !databaseUrl.isBlank();
    }

    /**
     * Whether this is the demonstration: never on an external database, nor in a folder that an administrator was once
     * named for, whatever a later start is told.
     */
    public boolean demonstration() {
        return !external() && administrator.isBlank() && !Files.exists(mark());
    }

    /** Keeps for ever that the folder is a real installation's, where an administrator is named. */
    void keepWhatItIs() {
        if (!external() && !administrator.isBlank() && !Files.exists(mark())) {
            try {
                Files.createFile(folder().resolve(mark().getFileName()));
            } catch (IOException e) {
                throw new StartupFailure("The folder " + data + " cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /** Where uploaded imports are kept until their end. */
    public Path imports() {
        var folder = uploads.isBlank() ? data : Path.of(uploads);
        return folder.toAbsolutePath().normalize().resolve("imports");
    }

    private Path mark() {
        return data.toAbsolutePath().normalize().resolve("installation");
    }

    /** The data folder, made for its owner alone where it is missing. */
    Path folder() {
        var folder = data.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                ownerOnly(folder, "rwx------");
            }
            return folder;
        } catch (IOException e) {
            throw new StartupFailure(
                    "The folder " + folder + " cannot be made: name another with MAILLAGE_DATA. " + e.getMessage(), e);
        }
    }

    /** Lets nobody but the owner read a file or folder, where the file system knows owners. */
    static void ownerOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
