package org.maillage.web.imports.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts that end with NUL, which no commit holds. */
final class GitFields implements Closeable {

    /** Bytes of the longest field; the rest is passed over. */
    static final int LONGEST = 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private byte[] field = new byte[8 * 1024];
    private int at;
    private int filled;

    GitFields(InputStream in) {
        this.in = in;
    }

    /** The next field; null at the end, also where the last one is not closed. A field that is too long is cut. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        for (; ; ) {
            if (at == filled) {
                at = 0;
                filled = Math.max(0, in.read(buffer));
                if (filled == 0) {
                    return null;
                }
            }
            byte b = buffer[at++];
            if (b == 0) {
                return new String(field, 0, length, StandardCharsets.UTF_8);
            }
            if (length == field.length && length < LONGEST) {
                field = Arrays.copyOf(field, 2 * length);
            }
            if (length < field.length) {
                field[length++] = b;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
