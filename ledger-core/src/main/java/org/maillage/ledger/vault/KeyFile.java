package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/** The file of a master key: one line of base64, mode 0600 where the file system has modes. */
record KeyFile(Path path) {

    private static final int LONGEST = 200;
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    /** The text of the key; made on first use. */
    String readOrMake() {
        // One thread of a process at a time: the lock below is held by the process, and is refused within it.
        synchronized (KeyFile.class) {
            try {
                var directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "no directory");
                Files.createDirectories(directory);
                try (var channel = open()) {
                    var key = lockedReadOrMake(channel);
                    syncDirectory(directory);
                    return key;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the master key's file " + path + " cannot be used", e);
            }
        }
    }

    /** The lock makes a second process wait until the first has written the key that it found missing. */
    private String lockedReadOrMake(FileChannel channel) throws IOException {
        try (var lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("not locked");
            }
            if (channel.size() == 0) {
                var made = new byte[MasterKey.LENGTH];
                new SecureRandom().nextBytes(made);
                write(channel, Base64.getEncoder().encodeToString(made) + "\n");
            }
            checkOthersCannotRead();
            return read(channel);
        }
    }

    private FileChannel open() throws IOException {
        var options = Set.<OpenOption>of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileAttribute<?>[] mode = hasModes()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(path, options, mode);
    }

    private void checkOthersCannotRead() throws IOException {
        if (hasModes() && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
            throw new IllegalStateException("others may read the master key: chmod 600 " + path);
        }
    }

    private boolean hasModes() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until all of it is read
        }
        return US_ASCII.decode(bytes.flip()).toString();
    }

    /** A new file is only durable once its directory is: texts sealed under a lost key would be lost with it. */
    private void syncDirectory(Path directory) throws IOException {
        if (hasModes()) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
