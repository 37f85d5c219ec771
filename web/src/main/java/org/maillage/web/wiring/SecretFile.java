package org.maillage.web.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A secret of 32 random bytes that the data folder keeps, readable by its owner alone from its first byte on. */
final class SecretFile {

    private SecretFile() {}

    /** The secret as base64url without padding, made durably where it is missing. */
    static String readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new StartupFailure("The file " + file + " is empty: restore it from a backup.");
            }
            return text;
        } catch (IOException e) {
            throw new StartupFailure("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void make(Path file) throws IOException {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(unfinished, options, ownerOnly(file))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.move(unfinished, file);
        } catch (FileAlreadyExistsException _) {
            // Another start was faster: its secret is the one.
            Files.delete(unfinished);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
