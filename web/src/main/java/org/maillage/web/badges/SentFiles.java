package org.maillage.web.badges;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file that somebody sends to be verified, read whole where it is of a size that a badge can have. */
public final class SentFiles {

    /** The largest file that is looked at. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private SentFiles() {}

    /** What was sent. */
    public sealed interface Sent {

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record File(byte[] bytes) implements Sent {}

        record Nothing() implements Sent {}

        record TooLarge() implements Sent {}
    }

    /** Reads what a form sent as a file. */
    public static Sent read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return new Sent.Nothing();
        }
        if (file.getSize() > MOST_BYTES) {
            return new Sent.TooLarge();
        }
        try {
            return new Sent.File(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
